using System.Globalization;

namespace SmpInsights.App.Demo;

/// <summary>One treatment: plan, row, and everything that follows from it.</summary>
internal sealed class TreatmentStory(DemoTables tables, DemoCalendar calendar, ClinicStory clinic, Client client, DemoRandom random)
{
    private const int FollowUpYears = 20;

    /// <summary>How follow-up ends, a year.</summary>
    private static readonly (string Reason, double Rate)[] Endings =
    [
        ("moved", 0.022), ("withdrew", 0.016), ("hair-transplant", 0.014), ("laser-removal", 0.012), ("deceased", 0.004), ("other", 0.004),
    ];

    public Treatment Tell(DateOnly start)
    {
        var own = clinic.Staff.OnDuty(start, random);
        var technique = random.Pick([.. DemoTechnique.All.Select(t => (t, t.Share))]);
        var brand = DemoCatalogue.BrandIn(clinic.Index, random);
        var plan = SessionPlan.Make(start, own, clinic.Staff, random);
        var completed = calendar.IfCome(plan.CompletedOn);
        var (ended, reason) = completed is { } day ? Ending(day) : (null, null);

        var id = tables.Treatments.Add(
            client.Id, own.Id, technique.Id, Indication(technique), random.Chance(0.03) ? null : technique.Zones[random.Between(0, technique.Zones.Length - 1)],
            Cell.Of(start), Cell.Of(completed), Cell.Of(ended), ended is null ? null : reason);
        var treatment = new Treatment(id, client, own, technique, brand, start, completed, ended);

        foreach (var appointment in plan.Appointments.Where(a => calendar.HasCome(a.Day)))
            AddSession(treatment, appointment);
        var till = new Till(tables, calendar, clinic, treatment, random);
        till.TakeForSessions(plan);
        new CareStory(tables, calendar, treatment, random).Tell(plan);
        if (completed is not null)
        {
            var epochs = new FollowUpStory(tables, calendar, clinic, treatment, till, random).Tell();
            new SurveyStory(tables, calendar, treatment, clinic.ChangedFrom, epochs, random).Tell();
        }
        return treatment;
    }

    private (DateOnly? On, string? Reason) Ending(DateOnly completed)
    {
        var days = random.DaysUntil(Endings.Sum(e => e.Rate), FollowUpYears);
        var reason = random.Pick(Endings);
        var on = days is { } d ? calendar.IfCome(completed.AddDays(d)) : null;
        return (on, random.Chance(0.02) ? null : reason);
    }

    private string? Indication(DemoTechnique technique)
    {
        if (random.Chance(0.03))
            return null;
        if (technique.CoversScar)
            return random.Pick(("scar", 0.6), ("transplant-correction", 0.4));
        return client.Sex is "F"
            ? random.Pick(("female-pattern", 0.5), ("thinning", 0.3), ("alopecia", 0.12), ("medication", 0.04), ("ageing", 0.04))
            : random.Pick(("male-pattern", 0.72), ("thinning", 0.12), ("alopecia", 0.06), ("transplant-correction", 0.04), ("ageing", 0.04), ("other", 0.02));
    }

    private void AddSession(Treatment treatment, Appointment appointment)
    {
        var pigment = DemoCatalogue.PigmentOn(appointment.Day, treatment.Brand, calendar, random);
        var duration = Math.Max(45, (int)Math.Round(150 * (double)treatment.Technique.PriceFactor * (1 + (0.18 * random.Normal())) / 5) * 5);
        var needle = random.Pick(("1RL", 0.2), ("3RL", 0.6), ("5RL", 0.2));
        var depth = Math.Clamp(0.45 + (0.05 * random.Normal()), 0.25, 0.7);
        var angle = 45 + (15 * random.Between(0, 3));
        var dots = (int)Math.Round(treatment.Technique.DotsPerCm2 * (1 + (0.1 * random.Normal())));
        var number = appointment.Number.ToString(CultureInfo.InvariantCulture);
        if (!appointment.IsKept)
        {
            tables.Sessions.Add(treatment.Id, number, Cell.Of(appointment.Day), appointment.Practitioner.Id, null, null, null, null, null, null, appointment.Status);
            return;
        }
        tables.Sessions.Add(
            treatment.Id, number, Cell.Of(appointment.Day), appointment.Practitioner.Id, pigment,
            Known(Cell.Of(duration)), Known(needle), Known(Cell.Of(depth, 2)), Known(Cell.Of(angle)), Known(Cell.Of(dots)), appointment.Status);
    }

    private string? Known(string? value) => random.Chance(0.03) ? null : value;
}
