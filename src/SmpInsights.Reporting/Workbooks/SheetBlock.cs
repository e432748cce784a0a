namespace SmpInsights.Reporting.Workbooks;

/// <summary>A table or figure of the report as it stands on a sheet. Its measure is known before it is written, so that a sheet holds what a page does.</summary>
internal abstract class SheetBlock(string title, string section)
{
    private const double WidestTitle = 100;

    /// <summary>Cut where it would not be read at a glance.</summary>
    public string Title { get; } = SheetText.Shortened(title, WidestTitle);

    /// <summary>The title of its section.</summary>
    public string Section { get; } = section;

    /// <summary>"Table", "Chart".</summary>
    public abstract string Kind { get; }

    /// <summary>Whether it has a sheet to itself, which goes on over pages.</summary>
    public virtual bool IsLong => false;

    /// <summary>Height in points on the page at least, without the title.</summary>
    public abstract double Height { get; }

    /// <summary>Its tables, also those that are not printed.</summary>
    public abstract IEnumerable<SheetTable> Tables { get; }

    /// <summary>Whether it holds a chart, which covers the columns that are printed.</summary>
    public virtual bool HasChart => false;

    /// <summary>The same with the data that else stand below what is printed; null where there are none, or too many for paper.</summary>
    public virtual SheetBlock? WithDataPrinted => null;

    /// <summary>The widest printed table, in columns.</summary>
    public abstract int ColumnsPrinted { get; }

    /// <summary>Writes it from a row on; returns the first row after it.</summary>
    /// <param name="page">The sheet and what its blocks share.</param>
    /// <param name="top">The row below the title.</param>
    /// <param name="titleRow">The title's row.</param>
    public abstract int Write(SheetPage page, int top, int titleRow);
}
