using SmpInsights.Outcomes.Published;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Monthly;

/// <summary>What the numbers do not rest on, and why.</summary>
internal static class LeftOutSection
{
    private static readonly Dictionary<string, string> Feeds = new(StringComparer.Ordinal)
    {
        ["sessions"] = "sessions and sessions per treatment",
        ["touch_ups"] = "touch-ups and the time to them",
        ["assessments"] = "fading",
        ["surveys"] = "satisfaction",
        ["aftercare_checks"] = "aftercare",
        ["adverse_events"] = "adverse events",
        ["payments"] = "revenue",
    };

    public static Section Of(PublishedMonth m)
    {
        var blocks = new List<Block>();
        if (m.TablesWithoutRows.Count > 0)
            blocks.Add(new TextBlock([.. m.TablesWithoutRows.Select(t => $"No rows in {t}: the report is silent on {Feeds[t]}.")], TextKind.Warning, Bulleted: true));
        if (m.LeftOut.Count == 0 && m.Since is not null)
            blocks.Add(new TextBlock("Every recorded row was used."));
        else if (m.LeftOut.Count > 0)
            blocks.Add(new TableBlock("left-out", "Rows not used", [Column.Text("What"), Column.Integer("Rows"), Column.Text("Why")], [.. m.LeftOut.Select(x => (IReadOnlyList<Cell>)[new TextCell(x.What), new IntegerCell(x.Count), new TextCell(x.Why)])]));
        return new Section("left-out", "What was left out, and why", blocks);
    }
}
