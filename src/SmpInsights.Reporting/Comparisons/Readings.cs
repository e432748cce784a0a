using SmpInsights.Outcomes.Comparisons;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Comparisons;

/// <summary>What comparisons say, in plain words: how large, how sure, whether clients explain it.</summary>
internal static class Readings
{
    /// <summary>Beyond this many sentences, only differences found are told one by one.</summary>
    private const int Most = 6;

    /// <summary>The share of stray readings that is worth a look; of normal errors fewer than 0.27 % would stray so far.</summary>
    private const double ManyStray = 0.01;

    public static IReadOnlyList<string> Fade(Compare c)
    {
        var pairs = c.Pairs;
        var told = pairs.Count <= Most ? pairs : [.. pairs.Where(p => p.Finding is not (Finding.NoneShown or Finding.NotEnough))];
        var rest = pairs.Count - told.Count;
        return [.. told.Select(p => Fade(c, p)), .. rest == 0 ? Array.Empty<string>() : [$"In {Print.Integer(rest)} {(rest == 1 ? "pair" : "pairs")}{More(told.Count)} no difference can be shown, or there are not enough data yet; the table has them."]];
    }

    public static IReadOnlyList<string> TouchUps(Compare c)
    {
        var all = c.Published.HazardDifferences;
        var told = all.Count <= Most ? all : [.. all.Where(p => p.Finding is not (Finding.NoneShown or Finding.NotEnough))];
        var lines = told.Select(p => TouchUps(c, p)).ToList();
        if (told.Count < all.Count)
            lines.Add($"For {Print.Integer(all.Count - told.Count)}{More(told.Count)} no difference can be shown, or there are not enough data yet; the table has them.");
        if (c.Published.ProportionalityP is { } p)
            lines.Add(p < Pairwise.Significance
                ? $"The ratio of rates does not stay the same over time ({PValue(p)}): read it as an average over the time observed, and look at the curves."
                : $"Nothing speaks against the ratio of rates staying the same over time ({PValue(p)}).");
        return lines;
    }

    /// <summary>Whether fading is steady, and whether its readings can be trusted.</summary>
    public static IReadOnlyList<string> Trust(FadeTrust? trust, ReadingsBeforeTouchUp? before)
    {
        var lines = new List<string>();
        if (trust?.Curvature is { P: < Pairwise.Significance } bend)
            lines.Add($"Fading is not quite steady: it is faster {(bend.Coefficient > 0 ? "at first" : "later")} ({PValue(bend.P)}). Take the yearly figure as an average over the time observed.");
        if (trust is { BeyondShare: > ManyStray })
            lines.Add($"{Print.Percent(trust.BeyondShare, 1)} of the readings lie unusually far from their client's own line (more than {Print.Number(FadeTrust.Sigmas, 0)} standard deviations): look whether they were written down rightly.");
        if (before is { TouchUps: >= Comparability.MinimumUnits, Share: < ReadingsBeforeTouchUp.Trusted and var share })
            lines.Add($"Only {Print.Percent(share, 0)} of touch-ups for fading had a contrast reading in the {Print.Integer(ReadingsBeforeTouchUp.Days)} days before (aim: {Print.Percent(ReadingsBeforeTouchUp.Trusted, 0)}), so fading is probably understated.");
        return lines;
    }

    /// <summary>"sun exposure and skin oiliness".</summary>
    public static string Covariates(IReadOnlyList<string> names)
    {
        string[] words = [.. names.Select(n => n.Replace('_', ' '))];
        return words.Length switch
        {
            0 => "other things",
            1 => words[0],
            _ => string.Join(", ", words[..^1]) + " and " + words[^1],
        };
    }

    public static string PValue(double p) => p < 0.001 ? "p < 0.001" : "p = " + Print.Number(p, 3);

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Only where some were told before.</summary>
    private static string More(int told) => told == 0 ? string.Empty : " more";

    private static string Fade(Compare c, FadeDifference d)
    {
        var (a, b) = (c.Work(d.A), c.Work(d.B));
        var like = Covariates(c.Published.FadeAdjustedFor);
        switch (d.Finding)
        {
            case Finding.Unexplained:
                return Faster(d.Adjusted!) + $"; this is not explained by {like}; {ClientsOf(d.Adjusted!)}.";
            case Finding.Unadjusted:
                return Faster(d.Unadjusted!) + $"; nothing could be adjusted for; {ClientsOf(d.Unadjusted!)}.";
            case Finding.Explained:
                return Faster(d.Unadjusted!) + $" as they are, but at equal {like} no difference can be shown: these explain it, or part of it; {ClientsOf(d.Unadjusted!)}.";
            case Finding.Uncovered:
                return $"At equal {like}, " + FasterOf(d.Adjusted!) + $"; as they are, no difference can be shown; {ClientsOf(d.Adjusted!)}.";
            case Finding.NoneShown:
                return $"No difference in fading can be shown between {a} and {b} ({Clients(d.ClientsA, d.ClientsB)}); one below about {Points((d.Adjusted ?? d.Unadjusted!).Unseen)} points a year could have gone unseen.";
            default:
                return $"{Capital(a)} and {b} can't be compared{(d.Shortage is { } lacking ? $" yet: {Lacks(lacking, "treatments with readings on two days", (a, c.Published.Fade[d.A].Value?.Units), (b, c.Published.Fade[d.B].Value?.Units))}" : ": too few readings a client")}.";
        }

        string ClientsOf(FadePoints p) => p.Value >= 0 ? Clients(d.ClientsA, d.ClientsB) : Clients(d.ClientsB, d.ClientsA); // in the order in which the sentence names them
        string Faster(FadePoints p) => Capital(FasterOf(p));
        string FasterOf(FadePoints p) => p.Value >= 0
            ? $"{a} fades about {Points(p.Value)} points a year faster than {b} ({Points(p.Lower)} to {Points(p.Upper)})"
            : $"{b} fades about {Points(-p.Value)} points a year faster than {a} ({Points(-p.Upper)} to {Points(-p.Lower)})";
    }

    private static string TouchUps(Compare c, HazardDifference d)
    {
        var (a, b) = (c.Work(d.Group), c.Work(d.Reference));
        var clients = Clients(d.Clients, d.ReferenceClients);
        var like = Covariates(c.Published.HazardsAdjustedFor);
        return d.Finding switch
        {
            Finding.Unexplained => $"{Capital(Come(d.Adjusted!))}; this is not explained by {like}; {clients}.",
            Finding.Unadjusted => $"{Capital(Come(d.Unadjusted!))}; nothing could be adjusted for; {clients}.",
            Finding.Explained => $"{Capital(Come(d.Unadjusted!))} as they are, but at equal {like} no difference can be shown: these explain it, or part of it; {clients}.",
            Finding.Uncovered => $"At equal {like}, {Come(d.Adjusted!)}; as they are, no difference can be shown; {clients}.",
            Finding.NoneShown when (d.Adjusted ?? d.Unadjusted) is { } r => $"No difference in how soon touch-ups come can be shown between {a} and {b} ({clients}); anything from {Print.Number(r.Lower, 2)} to {Print.Number(r.Upper, 2)} times as often is possible.",
            _ => $"{Capital(a)} and {b} can't be compared in time to touch-up{(d.Shortage is { } s ? $" yet: {Lacks(s, s.What == Lacking.Units ? "treatments" : "touch-ups", (a, Has(s, d.Group)), (b, Has(s, d.Reference)))}" : ": the ratio can't be estimated")}.",
        };

        string Come(RateRatio r) => $"touch-ups for fading come {Print.Number(r.Value, 2)} times ({Print.Number(r.Lower, 2)} to {Print.Number(r.Upper, 2)}) as often after {a} as after {b}";
        int? Has(Shortage s, string group) => c.Published.Times[group].Value?.Curve is { } curve ? (s.What == Lacking.Units ? curve.Subjects : curve.Events) : null;
    }

    /// <summary>Names whose number it is, where it is not that of both.</summary>
    private static string Lacks(Shortage s, string what, params (string Work, int? Has)[] pair)
    {
        var whose = pair.Where(p => p.Has == s.Have).ToList();
        return $"{(whose is [var one] ? one.Work : "each")} needs {Print.Integer(s.Needed)} {what} and has {Print.Integer(s.Have)}";
    }

    private static string Clients(int a, int b) => $"{Print.Integer(a)} and {Print.Integer(b)} clients";

    private static string Points(double share) => Print.Number(100 * share, 1);
}
