namespace SmpInsights.Reporting.Workbooks;

/// <summary>A table or figure of the report as it stands on a sheet. Its measure is known before it is written, so that a sheet holds what a page does.</summary>
internal abstract class SheetBlock(string title)
{
    private const double WidestTitle = 100;

    /// <summary>Cut where it would not be read at a glance.</summary>
    public string Title { get; } = SheetText.Shortened(title, WidestTitle);

    /// <summary>"Table", "Chart".</summary>
    public abstract string Kind { get; }

    /// <summary>Whether it has a sheet to itself, which goes on over pages.</summary>
    public virtual bool IsLong => false;

    /// <summary>Height in points on the page, without the title.</summary>
    public abstract double Height { get; }

    /// <summary>Tables that stand at the left edge, also those that are not printed.</summary>
    public abstract IEnumerable<SheetTable> AtLeft { get; }

    /// <summary>A table beside the chart.</summary>
    public virtual SheetTable? Beside => null;

    /// <summary>Whether it holds a chart, which covers columns.</summary>
    public virtual bool HasChart => false;

    /// <summary>The widest printed table at the left edge, in columns.</summary>
    public abstract int ColumnsPrinted { get; }

    /// <summary>Writes it from a row on; returns the first row after it.</summary>
    /// <param name="page">The sheet and what its blocks share.</param>
    /// <param name="top">The row below the title.</param>
    /// <param name="titleRow">The title's row.</param>
    public abstract int Write(SheetPage page, int top, int titleRow);
}
