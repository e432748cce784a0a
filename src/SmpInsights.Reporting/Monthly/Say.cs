using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Time;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Monthly;

/// <summary>Numbers inside sentences, written as they are in tables.</summary>
internal static class Say
{
    public static string Count(int value) => Print.Integer(value);

    public static string Number(double value, int decimals) => Print.Number(value, decimals);

    public static string Percent(double share, int decimals = 0) => Print.Percent(share, decimals);

    public static string Money(decimal amount, string currency) => Print.Money(amount, currency);

    /// <summary>"1 session", "2 sessions".</summary>
    public static string Of(int count, string one, string? many = null) => Count(count) + " " + (count == 1 ? one : many ?? one + "s");

    /// <summary>"the last 12 months" where these are, else the months themselves.</summary>
    public static string Pooled(PublishedMonth m, MonthSpan span) => span.Last == m.Month && span.Count == PublishedSatisfaction.PooledMonths ? $"the last {Count(span.Count)} months" : span.Name;

    public static string PValue(double p) => p < 0.001 ? "p < 0.001" : "p = " + Number(p, 3);

    /// <summary>"16.9 to 18.2", with an open end said in words.</summary>
    public static string Range(double? lower, double? upper, int decimals) =>
        (lower, upper) switch
        {
            ({ } l, { } u) => Number(l, decimals) + " to " + Number(u, decimals),
            ({ } l, null) => Number(l, decimals) + " or more",
            (null, { } u) => "up to " + Number(u, decimals),
            _ => "not known",
        };

    public static string Against(Standing standing) => standing switch
    {
        Standing.Below => "below",
        Standing.PerhapsBelow => "perhaps below",
        Standing.Within => "within",
        Standing.ProbablyWithin => "probably within",
        Standing.PerhapsAbove => "perhaps above",
        _ => "above",
    };
}
