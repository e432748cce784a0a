namespace SmpInsights.App.Demo;

/// <summary>One clinic from its opening: month by month the new clients, each with a random stream of their own.</summary>
internal sealed class ClinicStory
{
    private const int StaffStream = -1;
    private const double NewClientsPerMonth = 10.5;
    private const int RampMonths = 9;
    private static readonly double[] Size = [1.05, 0.95, 1.0];

    private readonly DemoTables tables;
    private readonly DemoCalendar calendar;
    private readonly int seed;
    private readonly int clinic;
    private readonly DateOnly opened;

    public ClinicStory(DemoTables tables, DemoCalendar calendar, int seed, int clinic, bool isChanged)
    {
        (this.tables, this.calendar, this.seed, this.clinic) = (tables, calendar, seed, clinic);
        opened = calendar.Opening.AddMonths(clinic % 3 * 2);
        Place = DemoPlace.Of(clinic);
        Id = tables.Clinics.Add(Place.Name, Place.TimeZone, Place.Currency);
        Staff = new Staff(tables, calendar, clinic, Id, opened, new DemoRandom(seed, clinic, StaffStream));
        ChangedFrom = isChanged ? calendar.ThisMonth.AddMonths(-DemoEffects.SatisfactionChangeMonths) : null;
    }

    public string Id { get; }

    /// <summary>From 0: the clinic's turn among habits that differ between clinics.</summary>
    public int Index => clinic;

    public DemoPlace Place { get; }

    public Staff Staff { get; }

    /// <summary>The day from which this clinic's clients are less satisfied, in the clinic where they are.</summary>
    public DateOnly? ChangedFrom { get; }

    public void Tell()
    {
        var age = 0;
        for (var month = opened; month <= calendar.ThisMonth; month = month.AddMonths(1), age++)
        {
            var ramp = 0.6 + (0.4 * Math.Min(1, (double)age / RampMonths));
            var clients = new DemoRandom(seed, clinic, Number(month)).Poisson(NewClientsPerMonth * Size[clinic % 3] * DemoCalendar.SeasonOf(month) * ramp);
            for (var i = 0; i < clients; i++)
                TellClient(month, new DemoRandom(seed, clinic, Number(month), i));
        }
    }

    private void TellClient(DateOnly month, DemoRandom random)
    {
        var start = DemoCalendar.OpenDay(month.AddDays(random.Between(0, 26)));
        if (!calendar.HasCome(start))
            return;
        var client = Client.Add(tables, Id, clinic, start, random);
        var first = new TreatmentStory(tables, calendar, this, client, random).Tell(start);
        if (!random.Chance(DemoEffects.SecondTreatmentShare) || first.CompletedOn is not { } completed)
            return;
        var again = DemoCalendar.OpenDay(completed.AddDays(random.Between(150, 700)));
        if (calendar.HasCome(again) && !(first.FollowUpEndedOn <= again))
            new TreatmentStory(tables, calendar, this, client, random).Tell(again);
    }

    private static int Number(DateOnly month) => (month.Year * 12) + month.Month;
}
