using SmpInsights.Outcomes.Techniques;
using SmpInsights.Reporting.Comparisons;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Techniques;

/// <summary>The practitioner's own results beside those of all others together; nobody is named, and nobody is ranked.</summary>
internal static class OwnSection
{
    public static Section Of(PublishedTechniques t)
    {
        const string title = "Your results and the rest of the clinic";
        if (TechniqueLayout.NoRest(t) is { } why)
            return new Section("own", title, t.OwnTreatments == 0 ? [new TextBlock(why, TextKind.Note)] : [new TextBlock(why, TextKind.Note), Alone(t)]);
        var own = TechniqueLayout.Own(t);
        return new Section("own", title,
        [
            new TextBlock($"{Print.Integer(t.OwnTreatments)} completed {(t.OwnTreatments == 1 ? "treatment" : "treatments")} of yours, held against those of all others in the clinic taken together. Techniques, sun exposure and skin may differ between the two: read what is adjusted.", TextKind.Note),
            .. FadeBlocks.Of(own),
            .. TouchUpBlocks.Of(own),
        ]);
    }

    private static TableBlock Alone(PublishedTechniques t)
    {
        var (fade, times) = (t.Own.Fade.GetValueOrDefault(OwnOrRest.Own), t.Own.Times.GetValueOrDefault(OwnOrRest.Own));
        return new TableBlock("own-alone", "Your results", [Column.Text("Measure"), Column.Estimate("Your clients", CellFormat.Number(2))],
        [
            [new TextCell("Contrast lost a year, %"), fade is null ? Cell.Missing : Percent(Hidden.Fade(t.Smallest, fade))],
            [new TextCell("Median years to the first touch-up for fading"), times is null ? Cell.Missing : Hidden.Median(t.Smallest, times)],
        ]);
    }

    private static Cell Percent(Cell cell) => cell is EstimateCell e ? new EstimateCell(100 * e.Value, 100 * e.Lower, 100 * e.Upper, CellFormat.Number(1)) : cell;
}
