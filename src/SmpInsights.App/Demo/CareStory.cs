namespace SmpInsights.App.Demo;

/// <summary>Aftercare checks in the healing window, and what went wrong.</summary>
internal sealed class CareStory(DemoTables tables, DemoCalendar calendar, Treatment treatment, DemoRandom random)
{
    public void Tell(SessionPlan plan)
    {
        if (random.Chance(0.55))
            AddCheck(plan.Appointments[0].Day);
        if (random.Chance(0.5) && treatment.CompletedOn is { } completed)
            AddCheck(completed);
        if (random.Chance(DemoEffects.AdverseEventsPerTreatment))
            AddEvent();
    }

    private void AddCheck(DateOnly after)
    {
        var day = DemoCalendar.OpenDay(after.AddDays(random.Between(6, 12)));
        if (calendar.HasCome(day))
        {
            tables.AftercareChecks.Add(
                treatment.Id, Cell.Of(day), Asked(0.93), Asked(0.9), Asked(0.82), Asked(treatment.Client.SunExposure is "high" ? 0.6 : 0.75), Asked(0.86));
        }
    }

    private string? Asked(double followed)
    {
        var answer = random.Chance(followed);
        return random.Chance(0.03) ? null : Cell.Of(answer);
    }

    private void AddEvent()
    {
        var kind = random.Pick(
            ("infection", 0.25), ("allergic-reaction", 0.15), ("pigment-migration", 0.25), ("colour-change", 0.2), ("scarring", 0.05), ("other", 0.1));
        var severity = random.Pick(("mild", 0.74), ("moderate", 0.22), ("severe", 0.04));
        // Reactions come within weeks; pigment takes months to move or change.
        var occurred = treatment.StartedOn.AddDays(kind is "pigment-migration" or "colour-change" ? random.Between(40, 300) : random.Between(2, 60));
        DateOnly? resolved = random.Chance(0.15) ? null : occurred.AddDays(random.Between(4, 60));
        if (calendar.HasCome(occurred) && !(occurred > treatment.FollowUpEndedOn))
            tables.AdverseEvents.Add(treatment.Id, Cell.Of(occurred), kind, severity, Cell.Of(calendar.IfCome(resolved)));
    }
}
