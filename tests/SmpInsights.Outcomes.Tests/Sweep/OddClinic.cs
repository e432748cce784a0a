using System.Globalization;
using SmpInsights.Outcomes.Input;

namespace SmpInsights.Outcomes.Tests.Sweep;

/// <summary>A clinic that hardly is one: no treatment or a few, now and then enough for models, with each habit of its rows drawn by itself. The same seed gives the same one.</summary>
public sealed class OddClinic(int seed)
{
    public static readonly DateOnly AsOf = ClinicRows.Day("2026-06-30");

    private static readonly string?[] Levels = ["low", "high", "normal", null];

    private readonly Random random = new(seed);

    public ClinicRows Rows()
    {
        var rows = new ClinicRows().Clinic();
        var size = seed % 4 == 0 ? 20 + random.Next(40) : random.Next(7);
        var (sameDay, clients, techniques, practitioners, clinics) = (Sometimes, One(size, size, 1, 2), One(1, 2, 4), One(1, 1, 3), One(1, 1, 2));
        var (readings, touchUps, surveys) = (One(0, 1, 3, 4, 6), One(0, 1, 2, 3), One(0, 1, 3));
        var (contrast, fade, scatter) = (One(1e-6, 1e-3, 1.0, 12.0, 1e6), One(0.0, 0.0, -0.2, 0.1, -8), One(0.0, 0.0, 1e-12, 0.05, 10));
        var (wait, spread, grade, reason) = (One(0, 0, 1, 30, 700), One(0, 1, 1200), One(-1, 3, 5), One(-1, 0, 2));
        for (var i = 0; i < size; i++)
        {
            var (id, client) = (Id("T", i), Id("client", i % Math.Max(clients, 1)));
            var completed = ClinicRows.Day("2021-03-01").AddDays(sameDay ? 0 : random.Next(2100));
            var ended = One<DateOnly?>(null, null, completed, AsOf, completed.AddDays(random.Next(900)));
            rows.Treatment(id, Iso(completed.AddDays(-One(0, 60))), random.Next(10) == 0 ? null : Iso(completed), "technique" + random.Next(techniques), client, ended is { } end ? Iso(end) : null, ended is null ? null : One(Enum.GetValues<EndReason>()),
                "clinic" + (i % Math.Max(clients, 1) % clinics), "who" + random.Next(practitioners));
            rows.SunExposure(client, One(Levels)).SkinType(client, One(Levels)).Session(id, Iso(completed), One(Enum.GetValues<SessionStatus>()), One(null, "brand", "other"));
            for (var j = 0; j < readings; j++)
            {
                var day = One(0, 28, 29, 40 * j, 30 + random.Next(900));
                rows.Reading(Id(id + "-", j), id, Iso(completed.AddDays(day)), Math.Max(contrast * Math.Exp((fade * day / 365.25) + (scatter * random.NextDouble())), 1e-9), random.Next(4) == 0 ? One(Enum.GetValues<AssessmentMethod>()) : AssessmentMethod.Colorimetry);
            }

            for (int j = 0, day = 0; j < touchUps; j++)
            {
                day += wait + random.Next(spread + 1);
                rows.TouchUp(Id("U" + id, j), id, Iso(completed.AddDays(day)), reason < 0 ? One(Enum.GetValues<TouchUpReason>()) : (TouchUpReason)reason, One<bool?>(null, true, false), "who" + random.Next(practitioners));
                if (Sometimes)
                    rows.Payment(PaymentKind.TouchUp, Iso(completed.AddDays(day)), One(0m, 0.01m, 150m), touchUp: Id("U" + id, j), clinic: "clinic" + (i % Math.Max(clients, 1) % clinics));
            }

            for (var j = 0; j < surveys; j++)
            {
                var sent = completed.AddDays(One(0, 30, 400) * j);
                var (satisfied, answered) = (grade < 0 ? 1 + random.Next(5) : grade, random.Next(5) > 0);
                rows.Survey(Id("Q" + id, j), id, Iso(sent), answered ? Iso(sent.AddDays(One(0, 3))) : null, answered ? satisfied : null, answered ? 2 * satisfied : null);
            }

            if (random.Next(3) == 0)
                rows.AdverseEvent(id, Iso(completed.AddDays(random.Next(3))), One(Enum.GetValues<Severity>()));
        }

        return rows;
    }

    private bool Sometimes => random.Next(2) == 0;

    private T One<T>(params T[] values) => values[random.Next(values.Length)];

    private static string Id(string what, int number) => string.Create(CultureInfo.InvariantCulture, $"{what}{number:000}");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
