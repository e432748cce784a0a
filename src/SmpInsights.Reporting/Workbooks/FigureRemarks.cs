using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Workbooks.Charts;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>What is said below a native chart.</summary>
internal static class FigureRemarks
{
    public static string Foot(Figure figure) => string.Join(" · ", new[] { figure.Footnote.Count, "as of " + Print.Day(figure.Footnote.AsOf), figure.Footnote.Source }.Where(part => part.Length > 0));

    public static IEnumerable<string> Of(Figure figure, bool isDrawn)
    {
        if (!isDrawn)
            yield return "No chart: a workbook's dates begin on 1 March 1900.";
        yield return Foot(figure);
        if (!isDrawn)
            yield break;
        if (figure.Marks.OfType<BandMark>().Any(band => band.HasData))
            yield return "The band of an interval is drawn here as thin lines at its two limits.";
        if (figure.Marks.OfType<StepMark>().Any(step => step.Censored is { Count: > 0 }))
            yield return "+ followed no further (censored)";
        foreach (var rule in figure.Marks.OfType<RuleMark>())
            yield return $"Reference line at {CellText.Of(FigureTable.Value(rule.Direction == RuleDirection.Horizontal ? figure.Y : figure.X, rule.At))}{(rule.Label.Length > 0 ? ": " + rule.Label : "")}";
    }
}
