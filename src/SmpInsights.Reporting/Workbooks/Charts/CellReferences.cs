using System.Globalization;
using DocumentFormat.OpenXml.Drawing.Charts;

namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>References to cells, each with the values that the cells hold.</summary>
internal sealed class CellReferences(SheetValues values)
{
    public NumberReference Numbers(CellRun run)
    {
        var cache = new NumberingCache(new FormatCode(run.Format), new PointCount { Val = (uint)run.Count });
        for (var i = 0; i < run.Count; i++)
        {
            if (values.Number(run.Address(i)) is { } number)
                cache.AppendChild(new NumericPoint(new NumericValue(number)) { Index = (uint)i });
        }

        return new NumberReference(new Formula(run.Reference), cache);
    }

    public StringReference Texts(CellRun run)
    {
        var cache = new StringCache(new PointCount { Val = (uint)run.Count });
        for (var i = 0; i < run.Count; i++)
        {
            if (Text(run, i) is { Length: > 0 } text)
                cache.AppendChild(new StringPoint(new NumericValue(text)) { Index = (uint)i });
        }

        return new StringReference(new Formula(run.Reference), cache);
    }

    public string Text(CellRun run, int index) => values.Text(run.Address(index));

    /// <summary>Positions along a category axis: names, or numbers where the cells hold them.</summary>
    public CategoryAxisData Categories(CellRun run) => string.Equals(run.Format, "@", StringComparison.Ordinal)
        ? new CategoryAxisData(Texts(run))
        : new CategoryAxisData(Numbers(run));

    public static string Invariant(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
