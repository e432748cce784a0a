using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Revisions;

/// <summary>What a revision was made from that the one before was not, and what that one printed. Nothing is known of it where its files are damaged.</summary>
/// <param name="Since">The revision before.</param>
/// <param name="IsKnown">Whether its manifest can be read.</param>
/// <param name="Rows">Tables whose rows differ, by name in the data contract.</param>
/// <param name="OtherDefinition">The definition, the branding or both are others.</param>
/// <param name="OtherVersion">The program is another.</param>
/// <param name="Printed">Its key figures; null where it was made before they were kept.</param>
public sealed record RevisionChange(int Since, bool IsKnown, IReadOnlyList<(string Table, RowsChange Change)> Rows, bool OtherDefinition, bool OtherVersion, IReadOnlyList<KeyFigure>? Printed)
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["clinics"] = "the clinic’s details",
        ["touch_ups"] = "touch-ups",
        ["assessments"] = "contrast readings",
        ["aftercare_checks"] = "aftercare checks",
        ["adverse_events"] = "adverse events",
    };

    /// <summary>The report with a section in front that says what changed, and a sentence in short that leads to it.</summary>
    public ReportDocument On(ReportDocument document)
    {
        var title = $"What changed since r{Print.Integer(Since)}";
        var blocks = new List<Block> { new TextBlock([.. Reasons()]) };
        blocks.AddRange(Figures(KeyFigure.Of(document)));
        return document.Revised(new Section("what-changed", title, blocks), $"This is a revision: {Because()}. See “{title}”.");
    }

    private string Because() =>
        !IsKnown ? $"the files of r{Print.Integer(Since)} are damaged or gone"
        : Rows.Count > 0 ? "rows came late or were corrected after the report was made"
        : OtherDefinition ? "the report’s definition or branding changed"
        : OtherVersion ? "the program that makes it changed"
        : $"the files of r{Print.Integer(Since)} were damaged or gone";

    private IEnumerable<string> Reasons()
    {
        if (!IsKnown)
        {
            yield return $"The files of r{Print.Integer(Since)} are damaged or gone, so what changed can’t be told.";
            yield break;
        }

        foreach (var (change, words) in new[] { (RowsChange.More, "More rows of"), (RowsChange.Fewer, "Fewer rows of"), (RowsChange.Corrected, "Corrected rows of") })
            if (Rows.Where(r => r.Change == change).Select(r => Words.GetValueOrDefault(r.Table, r.Table)).ToList() is { Count: > 0 } tables)
                yield return $"{words} {string.Join(", ", tables)}.";
        if (Rows.Count == 0)
            yield return "The rows are the same.";
        if (OtherDefinition)
            yield return "The report’s definition, or how the clinic shows itself, is another.";
        if (OtherVersion)
            yield return "It was made by another version of the program.";
    }

    private IEnumerable<Block> Figures(IReadOnlyList<KeyFigure> now)
    {
        if (!IsKnown || Printed is null)
            yield break;
        if (now.Concat(Printed).All(f => f.Name.Length > 0))
            yield return Moved(now, Printed) is { Count: > 0 } moved
                ? new TableBlock("revised-figures", "Key figures that moved", [Column.Text("Figure"), Column.Text($"In r{Print.Integer(Since)}"), Column.Text("Now")], moved)
                : new TextBlock("No key figure moved.");
        else if (Printed.Select(f => f.Value).Except(now.Select(f => f.Value), StringComparer.Ordinal).ToList() is { Count: > 0 } gone)
            yield return new TextBlock([.. gone.Select(sentence => $"No longer said: “{sentence}”")], Bulleted: true);
        else
            yield return new TextBlock("Nothing said in short is different.");
    }

    private static List<IReadOnlyList<Cell>> Moved(IReadOnlyList<KeyFigure> now, IReadOnlyList<KeyFigure> before) =>
        [.. now.Concat(before).Select(f => f.Name).Distinct(StringComparer.Ordinal)
            .Select(name => (Name: name, Before: Value(before, name), Now: Value(now, name)))
            .Where(f => !string.Equals(f.Before, f.Now, StringComparison.Ordinal))
            .Select(f => (IReadOnlyList<Cell>)[new TextCell(f.Name), new TextCell(f.Before), new TextCell(f.Now)])];

    private static string Value(IReadOnlyList<KeyFigure> figures, string name) => figures.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.Ordinal))?.Value ?? Print.NoValue;
}
