using SmpInsights.Outcomes.Comparisons;
using SmpInsights.Outcomes.Networks;
using SmpInsights.Outcomes.Watching;
using SmpInsights.Reporting.Comparisons;
using SmpInsights.Reporting.Documents;
using SmpInsights.Statistics.ControlCharts;

namespace SmpInsights.Reporting.Networks;

/// <summary>The sentences a network manager takes away.</summary>
internal static class NetworkHeadlines
{
    private const int MostNamed = 3;

    public static IReadOnlyList<string> Of(PublishedNetwork n)
    {
        if (n.Clinics.All(c => c.Months.All(m => m.Booked + m.TouchUps == 0)))
            return [$"No session and no touch-up is recorded in any clinic in the {Print.Integer(NetworkMonth.MonthsShown)} months up to {n.Month.Name}."];
        return [.. NetworkSignals.Sentences(n), Satisfaction(n), Fade(n)];
    }

    private static string Fade(PublishedNetwork n)
    {
        if (n.Clinics.Count == 1)
            return "With one clinic there is nothing to compare it with.";
        var pairs = n.Comparison.FadeDifferences;
        if (pairs.All(p => p.Finding == Finding.NotEnough))
            return "How fast pigment fades can't be compared between clinics yet: too few of them have readings enough.";
        var found = pairs.Count(p => p.Finding is Finding.Unexplained or Finding.Uncovered);
        var like = Readings.Covariates(n.Comparison.FadeAdjustedFor);
        return found == 0
            ? $"No difference in how fast pigment fades can be shown between clinics at equal {like}."
            : $"Clinics differ in how fast pigment fades in {Print.Integer(found)} of {Print.Integer(pairs.Count)} pairs, also at equal {like}.";
    }

    /// <summary>Who lies outside what chance gives, and on which side; empty where nobody does.</summary>
    private static string Outside(PublishedNetwork n, ProportionFunnel funnel)
    {
        var names = NetworkLayout.Names(n);
        var outside = funnel.Members.Where(m => m.Unit.Position != FunnelPosition.Inside).ToLookup(m => m.Unit.Proportion < funnel.Limits.Target, m => $"{NameInText.Of(names[m.Member.Id])} ({Print.Percent(m.Unit.Proportion, 0)})");
        return string.Join(' ', new[]
        {
            outside[true].Any() ? $"Below what chance gives: {Some(outside[true])}; look for a reason." : string.Empty,
            outside[false].Any() ? $"Above it: {Some(outside[false])}." : string.Empty,
        }.Where(sentence => sentence.Length > 0));

        static string Some(IEnumerable<string> clinics) => string.Join("; ", clinics.Take(MostNamed)) + (clinics.Count() > MostNamed ? $" and {Print.Integer(clinics.Count() - MostNamed)} more" : string.Empty);
    }

    private static string Satisfaction(PublishedNetwork n) => n.Funnel switch
    {
        null => "Satisfaction can't be said yet: too few clients have answered.",
        { Members.Count: 1 } f => $"{Print.Percent(f.Limits.Target, 0)} of clients are satisfied in the one clinic with answers enough.",
        var f when Outside(n, f) is { Length: > 0 } outside => $"{Print.Percent(f.Limits.Target, 0)} of clients are satisfied over all clinics ({Print.Integer(f.Members.Sum(m => m.Member.Whole))} answers). {outside}",
        var f => $"{Print.Percent(f.Limits.Target, 0)} of clients are satisfied over all clinics ({Print.Integer(f.Members.Sum(m => m.Member.Whole))} answers), which differ no more than chance makes them.",
    };
}
