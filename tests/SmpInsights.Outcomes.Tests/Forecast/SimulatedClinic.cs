using System.Globalization;
using SmpInsights.Outcomes.Input;
using SmpInsights.Statistics.Simulation;
using SmpInsights.Statistics.Survival;

namespace SmpInsights.Outcomes.Tests.Forecast;

/// <summary>
/// A clinic whose every touch-up comes from a known distribution: its kind, scale and median by chance; techniques and sun exposure that shorten or lengthen it; completions spread over years;
/// other endings at a constant rate; a share of treatments whose client never returns, and of whom nothing says so. Rows go on for a year beyond <see cref="AsOf"/>.
/// </summary>
internal static class SimulatedClinic
{
    public static readonly DateOnly AsOf = new(2024, 6, 30);

    private static readonly (string Id, double Effect, double Share)[] Techniques = [("density", 0, 0.5), ("hairline", -0.3, 0.3), ("scar", 0.25, 0.2)];
    private static readonly (string? Level, double Effect, double Share)[] Sun = [("low", 0, 0.4), ("medium", -0.1, 0.3), ("high", -0.25, 0.2), (null, -0.1, 0.1)];

    public static ClinicData Of(int seed, int treatments, FailureTimeDistribution distribution, bool covariates = true, double followedYears = 7, double neverReturning = 0)
    {
        var random = SplitMix.Of(seed, 4711);
        var rows = new ClinicRows();
        var (median, scale, rate) = (1.8 + (1.4 * random.Uniform()), 0.3 + (0.3 * random.Uniform()), 0.02 + (0.1 * random.Uniform()));
        for (var i = 0; i < treatments; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"T{i:0000}");
            var completed = AsOf.AddDays((int)(-followedYears * 365.25 * random.Uniform()));
            var technique = Pick(Techniques, ref random);
            var sun = Pick(Sun, ref random);
            var location = Math.Log(median) + (covariates ? technique.Effect + sun.Effect : 0);
            var unit = new FailureTimeCurve(distribution, 0, scale);
            var touched = Day(completed, Math.Exp(location) * unit.TimeAt(random.Exponential()) / unit.TimeAt(Math.Log(2)));
            if (neverReturning > 0 && random.Uniform() < neverReturning)
                touched = DateOnly.MaxValue;
            var other = Day(completed, random.Exponential() / rate);
            var reopened = random.Uniform() < 0.3;
            var last = AsOf.AddYears(1);
            var ended = other < touched && other <= last && !reopened ? other : (DateOnly?)null;
            rows.Treatment(id, Iso(completed), Iso(completed), technique.Level, ended: ended is { } e ? Iso(e) : null, reason: ended is null ? null : EndReason.Moved);
            rows.SunExposure("client-" + id, sun.Level);
            if (touched < other && touched <= last)
                rows.TouchUp("U" + id, id, Iso(touched));
            else if (other < touched && other <= last && reopened)
                rows.TouchUp("U" + id, id, Iso(other), TouchUpReason.Density);
        }

        return rows.Payment(PaymentKind.TouchUp, Iso(AsOf), 200).Payment(PaymentKind.Product, Iso(AsOf.AddYears(1)), 20).Data();
    }

    private static DateOnly Day(DateOnly from, double years) => from.AddDays((int)Math.Min(Math.Ceiling(years * 365.25), 100000));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static (T Level, double Effect, double Share) Pick<T>((T Level, double Effect, double Share)[] from, ref SplitMix random)
    {
        var left = random.Uniform();
        foreach (var one in from)
        {
            left -= one.Share;
            if (left < 0)
                return one;
        }

        return from[^1];
    }
}
