using SmpInsights.Outcomes.Techniques;
using SmpInsights.Reporting.Comparisons;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Techniques;

/// <summary>Fade by technique and skin type, as far as there are clients.</summary>
internal static class SkinSection
{
    private static readonly string[] Usual = ["I", "II", "III", "IV", "V", "VI"];

    public static Section Of(PublishedTechniques t)
    {
        const string title = "Technique and skin";
        if (t.Skins.Count == 0)
            return new Section("skin", title, [new TextBlock("No contrast readings on two days or more after healing are recorded, so fading can't be told by skin type.", TextKind.Note)]);
        string[] skins = [.. Usual, .. t.Skins.Select(s => s.Skin).Distinct(StringComparer.Ordinal).Except(Usual, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] techniques = [.. t.Skins.Select(s => s.Technique).Distinct(StringComparer.Ordinal)];
        var shown = t.Skins.Sum(s => s.Fade.Value?.Units ?? 0);
        HeatCell[] fields = [.. t.Skins.Select(s => new HeatCell(Array.IndexOf(skins, s.Skin), Array.IndexOf(techniques, s.Technique), Field(t, s)))];
        var figure = new Figure("fade-by-skin", "Contrast lost a year, technique by skin type", Marked(fields), new CategoryAxis("Skin type", skins), new CategoryAxis(string.Empty, [.. techniques.Select(x => t.TechniqueNames[x])]),
            [new HeatMapMark(new Series("Contrast lost a year"), fields)],
            new Footnote($"{Print.Integer(shown)} treatments{(Array.Exists(fields, f => f.Value is SuppressedCell) ? " in fields not withheld" : string.Empty)}", t.Month.Last, "contrast readings, first epochs"));
        return new Section("skin", title, [new FigureBlock(figure), Table(t)]);
    }

    /// <summary>What each kind of field is; only kinds that are there.</summary>
    private static string Marked(HeatCell[] fields) => "As they are"
        + (Array.Exists(fields, f => f.Value is NotEnoughCell) ? $"; \u201cof {Print.Integer(Outcomes.Fade.FadeEstimate.MinimumUnits)}\u201d: treatments so far of those needed" : string.Empty)
        + (Array.Exists(fields, f => f.Value is SuppressedCell) ? "; hatched: withheld to protect clients" : string.Empty);

    /// <summary>A shade where there is an estimate.</summary>
    private static Cell Field(PublishedTechniques t, SkinField s) => Hidden.Of(t.Smallest, s.Fade) ?? s.Fade.Value! switch
    {
        { Estimate: { } e } => new PercentCell(e.FadePerYear, 0), // as much as a narrow screen has room for; the table has more
        { Units: var units } => new NotEnoughCell($"{Print.Integer(units)} of {Print.Integer(Outcomes.Fade.FadeEstimate.MinimumUnits)}"),
    };

    private static TableBlock Table(PublishedTechniques t) => new("fade-by-skin-table", "Contrast lost a year by technique and skin type",
        [Column.Text("Technique"), Column.Text("Skin type"), Column.Estimate("Contrast lost a year", CellFormat.Percent(1)), Column.Integer("Treatments")],
        [.. t.Skins.Select(s => (IReadOnlyList<Cell>)[new TextCell(t.TechniqueNames[s.Technique]), new TextCell(s.Skin), Hidden.Fade(t.Smallest, s.Fade), Hidden.Show(t.Smallest, s.Fade, x => new IntegerCell(x.Units))])]);
}
