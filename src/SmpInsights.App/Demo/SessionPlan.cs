namespace SmpInsights.App.Demo;

/// <summary>The appointments of one treatment, kept or not, and the day it was finished; null when the client stayed away.</summary>
internal sealed record SessionPlan(IReadOnlyList<Appointment> Appointments, int Planned, DateOnly? CompletedOn)
{
    private const double LongGapShare = 0.0015;

    public static SessionPlan Make(DateOnly start, Practitioner own, Staff staff, DemoRandom random)
    {
        var planned = random.Pick((2, 0.1), (3, 0.45), (4, 0.34), (5, 0.1), (6, 0.01));
        var isAbandoned = random.Chance(DemoEffects.AbandonedShare);
        var kept = isAbandoned ? random.Between(1, planned - 1) : planned;
        var appointments = new List<Appointment>();
        var day = start;
        for (var done = 0; done < kept;)
        {
            // The first appointment is what starts a treatment, so it was kept.
            var status = done == 0 ? "completed" : random.Pick(
                ("cancelled", DemoEffects.CancelledShare), ("no-show", DemoEffects.NoShowShare), ("completed", 1 - DemoEffects.CancelledShare - DemoEffects.NoShowShare));
            appointments.Add(new Appointment(done + 1, day, staff.For(own, day, random), status));
            done += status is "completed" ? 1 : 0;
            if (done < kept)
                day = DemoCalendar.OpenDay(day.AddDays(random.Chance(LongGapShare) ? random.Between(92, 130) : random.Between(9, 27)));
        }
        DateOnly? completed = isAbandoned ? null : random.Chance(0.6) ? day : DemoCalendar.OpenDay(day.AddDays(random.Between(5, 14)));
        return new SessionPlan(appointments, planned, completed);
    }
}

/// <summary>One appointment; a session that was missed and made up for keeps its number.</summary>
internal sealed record Appointment(int Number, DateOnly Day, Practitioner Practitioner, string Status)
{
    public bool IsKept => Status is "completed";
}
