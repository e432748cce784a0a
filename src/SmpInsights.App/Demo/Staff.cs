using System.Globalization;

namespace SmpInsights.App.Demo;

/// <summary>The practitioners of one clinic: three from the opening, a fourth a year and a half before Today's month.</summary>
internal sealed class Staff
{
    private const int LatestJoinsMonthsAgo = 18;
    private static readonly double[] Shares = [0.34, 0.28, 0.2, 0.18];
    private readonly List<Practitioner> members = [];

    public Staff(DemoTables tables, DemoCalendar calendar, int clinic, string clinicId, DateOnly opened, DemoRandom random)
    {
        for (var i = 0; i < Shares.Length; i++)
        {
            var started = i == Shares.Length - 1 ? calendar.ThisMonth.AddMonths(-LatestJoinsMonthsAgo) : opened;
            var number = (clinic * Shares.Length) + i + 1;
            var isDateKnown = i != 1;
            var id = tables.Practitioners.Add(clinicId, "Practitioner " + number.ToString(CultureInfo.InvariantCulture), isDateKnown ? Cell.Of(started) : null);
            members.Add(new Practitioner(id, started, Shares[i], 0.12 * random.Normal()));
        }
    }

    public Practitioner OnDuty(DateOnly day, DemoRandom random)
    {
        var there = members.FindAll(m => m.StartedOn <= day);
        return random.Pick([.. there.Select(m => (m, m.Share))]);
    }

    /// <summary>The client's own practitioner, or now and then a colleague.</summary>
    public Practitioner For(Practitioner own, DateOnly day, DemoRandom random) => random.Chance(0.07) ? OnDuty(day, random) : own;
}

/// <summary>A practitioner; the touch is what clients feel of them, in points of satisfaction.</summary>
internal sealed record Practitioner(string Id, DateOnly StartedOn, double Share, double Touch);
