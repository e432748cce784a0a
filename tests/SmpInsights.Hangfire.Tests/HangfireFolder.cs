using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SmpInsights.Data;
using SmpInsights.Data.Reading;
using SmpInsights.Data.Runs;
using SmpInsights.Data.Tests;
using SmpInsights.Jobs.Adoption;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Hangfire.Tests;

/// <summary>A data folder with one clinic in London and one in Auckland, and hosts with a real Hangfire server on it.</summary>
public sealed class HangfireFolder : IDisposable
{
    private readonly SmpDatabase _database;

    public HangfireFolder()
    {
        Folder = new DataFolder(Directory.CreateTempSubdirectory("smp-hangfire-").FullName);
        _database = SmpDatabase.Open(Folder.Root);
        Ledger = new RunLedger(_database, Clock);
        Sql("INSERT INTO clinics (clinic_id, name, time_zone, currency) VALUES ('A', 'Crown', 'Europe/London', 'GBP'), ('B', 'Kiwi', 'Pacific/Auckland', 'NZD')");
    }

    public DataFolder Folder { get; }

    public StoppedClock Clock { get; } = new();

    public RunLedger Ledger { get; }

    public IReadOnlyList<RunRow> Runs => Ledger.List();

    /// <summary>A worker as the program puts it together; not started.</summary>
    public IHost Host()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        var reader = new OutcomeReader(_database);
        var definitions = DefinitionCatalog.Load(Folder.Definitions);
        var errors = new ErrorLog(Folder, Clock);
        builder.Services.AddLogging().AddSingleton<TimeProvider>(Clock).AddSingleton(definitions).AddSingleton(reader).AddSingleton(Ledger).AddSingleton(errors)
            .AddSingleton(new SourceRows(_database, () => null, Folder, Clock))
            .AddSingleton(new ReportJob(Ledger, new ReportRun(reader, Ledger, definitions, Folder, "1.0"), errors))
            .AddHangfireWorker();
        return builder.Build();
    }

    /// <summary>Waits, within bounds, for something a server brings about.</summary>
    public static async Task UntilAsync(Func<bool> come, string otherwise)
    {
        for (var i = 0; i < 1200 && !come(); i++)
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        Assert.True(come(), otherwise);
    }

    /// <summary>Only this report, so that few runs are due.</summary>
    public void OnlyMonthly(string cron = "0 6 2 * *")
    {
        Directory.CreateDirectory(Folder.Definitions);
        foreach (var id in new[] { "finance-ledger", "network", "technique-comparison", "monthly-clinic" })
        {
            // The others come once in a leap year, long after this test's clock.
            var (own, kind) = string.Equals(id, "monthly-clinic", StringComparison.Ordinal) ? (cron, id) : ("0 6 29 2 *", id);
            var (scope, section) = kind switch { "network" => ("network", "definitions"), "technique-comparison" => ("practitioner", "definitions"), _ => ("clinic", "definitions") };
            File.WriteAllText(Path.Combine(Folder.Definitions, id + ".json"), string.Create(CultureInfo.InvariantCulture, $$"""
                { "id": "{{id}}", "kind": "{{kind}}", "title": "T", "audience": "a", "period": "month", "scope": "{{scope}}", "schedule": { "cron": "{{own}}", "catchUpMonths": 1 }, "sections": ["{{section}}"] }
                """));
        }
    }

    public void Sql(string statement)
    {
        using var connection = _database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    public void Dispose() => Directory.Delete(Folder.Root, recursive: true);
}
