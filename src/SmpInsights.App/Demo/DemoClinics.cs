namespace SmpInsights.App.Demo;

/// <summary>
/// Synthetic clinics with known effects (<see cref="DemoEffects"/>), written as the files of the data contract.
/// Same options, same bytes, on every platform; nobody in them exists. From two clinics up, a clinic stays the same when more are asked for.
/// </summary>
public static class DemoClinics
{
    /// <summary>Writes the thirteen CSV files into a folder, making it where needed; no date is later than the day before Today.</summary>
    public static void Write(DemoOptions options, string folder)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);

        var tables = new DemoTables();
        var calendar = new DemoCalendar(options);
        DemoCatalogue.AddTechniques(tables);
        DemoCatalogue.AddPigments(tables, calendar);
        for (var i = 0; i < options.Clinics; i++)
            new ClinicStory(tables, calendar, options.Seed, i, isChanged: i == Math.Min(1, options.Clinics - 1)).Tell();
        tables.Write(folder);
    }
}
