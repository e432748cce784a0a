using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Published;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Monthly;

/// <summary>How far the readings, and the fading computed from them, may be relied on.</summary>
internal static class DataQualitySection
{
    /// <summary>The p below which the bend of fading is said to be shown.</summary>
    private const double Shown = 0.05;

    public static Section Of(PublishedMonth m)
    {
        var blocks = new List<Block>();
        if (m.Readings.All.Value is not { Epochs: 0 })
            blocks.Add(Coverage(m));
        blocks.Add(new TextBlock([Before(m), .. Trust(m), LeftOut(m)], TextKind.Normal, Bulleted: true));
        return new Section("data-quality", "Data quality", blocks);
    }

    private static TableBlock Coverage(PublishedMonth m)
    {
        IReadOnlyList<Cell> Row(string name, Published<ReadingCoverage> coverage) =>
        [
            new TextCell(name),
            Enough.Show(m, coverage, c => new IntegerCell(c.Epochs)),
            Enough.Show(m, coverage, c => new IntegerCell(c.Covered)),
            Enough.Show(m, coverage, c => c.Share is { } share ? new EstimateCell(share, c.Interval?.Lower, c.Interval?.Upper, CellFormat.Percent(0)) : Cell.Missing),
        ];
        return new TableBlock("reading-coverage", "Treatments with two contrast readings or more, by practitioner", [Column.Text("Practitioner"), Column.Integer("Healed treatments"), Column.Integer("Read at least twice"), Column.Estimate("Share", CellFormat.Percent(0))],
            [.. m.Readings.ByPractitioner.Select(g => Row(m.PractitionerNames[g.Key], g.Value))], Row("All", m.Readings.All),
            note: "First time under pigment, from the end of healing on. Who is not read is not in the fading; a practitioner who reads only those who complain makes it look steep. Wilson interval.");
    }

    private static string Before(PublishedMonth m) => m.Fade.Now.ReadingsBefore switch
    {
        { Value: { Share: { } share } before } => $"{Say.Percent(share)} of {Say.Of(before.TouchUps, "first touch-up")} for fading had a contrast reading in the {ReadingsBeforeTouchUp.Days} days before (aim: {Say.Percent(ReadingsBeforeTouchUp.Trusted)}){(before.IsUnderstated is true ? ": below that fading is probably understated" : string.Empty)}.",
        { Disclosure: Disclosure.Small } => $"Readings before touch-ups: fewer than {Say.Count(m.Smallest.Clients)} clients.",
        _ => "Readings before touch-ups: no touch-up for fading yet.",
    };

    private static IEnumerable<string> Trust(PublishedMonth m)
    {
        if (m.Readings.Trust is not { } trust)
        {
            yield return "Whether fading is steady can't be tested yet: there is no estimate of it.";
            yield break;
        }

        yield return trust.Curvature is not { } bend ? "Whether fading is steady can't be tested: too few readings a client."
            : bend.P < Shown ? $"Fading is not steady: it {(bend.Coefficient > 0 ? "slows down" : "speeds up")} with time ({Say.PValue(bend.P)}), so the yearly rate is an average."
            : $"No sign that fading is other than steady ({Say.PValue(bend.P)}).";
        yield return $"{Say.Count(trust.Beyond)} of {Say.Of(trust.Readings, "reading")} ({Say.Percent(trust.BeyondShare, 1)}) {(trust.Beyond == 1 ? "lies" : "lie")} further than {Say.Number(FadeTrust.Sigmas, 0)} standard deviations from their client's own line; fewer than 0.3\u202f% are to be expected.";
    }

    private static string LeftOut(PublishedMonth m) => m.LeftOut.Sum(x => x.Count) is var rows && rows == 0 ? (m.Since is null ? "No row is recorded." : "Every recorded row was used.") : $"{Say.Of(rows, "row")} {(rows == 1 ? "was" : "were")} not used; the end of the report says which and why.";
}
