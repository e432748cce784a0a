using System.Reflection;
using SmpInsights.Data;
using SmpInsights.Data.Adoption;
using SmpInsights.Data.Deliveries;
using SmpInsights.Data.Reading;
using SmpInsights.Data.Runs;
using SmpInsights.Data.Workers;
using SmpInsights.Jobs.Adoption;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Delivery;
using SmpInsights.Jobs.Runs;
using SmpInsights.Outcomes.Time;
using SmpInsights.Reporting;

namespace SmpInsights.App;

/// <summary>What commands work with, put together once: the data folder, its database and definitions, the job.</summary>
internal sealed class SmpSession
{
    private readonly Lazy<DefinitionCatalog> _definitions;
    private readonly Lazy<ReportJob> _job;
    private readonly Lazy<ReportJob> _request;

    /// <param name="place">As given on the command line.</param>
    /// <param name="create">Whether the command may be the first in its folder; one that only looks makes no folder of a mistyped name.</param>
    /// <exception cref="FailureException">There is nothing in the folder to look at.</exception>
    /// <exception cref="SmpDataException">The database can't be used, or one on SQL Server lacks migrations.</exception>
    public SmpSession(DataPlace place, bool create = false)
    {
        Folder = new DataFolder(Path.GetFullPath(place.Folder));
        if (!create && !File.Exists(Folder.Root) && !place.HasDatabase())
            throw new FailureException($"{Folder.Root} holds no data yet. Import some first: smp import DIR --data {Folder.Root}");
        Database = place.Connection is { } connection ? OnServer(connection) : SmpDatabase.Open(Folder.Root);
        Source = new(() => SourceOf(place));
        SourceRows = new SourceRows(Database, () => Source.Value, Folder, Clock);
        Reader = new OutcomeReader(Database);
        Ledger = new RunLedger(Database, Clock);
        Deliveries = new DeliveryLedger(Database, Clock);
        ErrorLog = new ErrorLog(Folder, Clock);
        _definitions = new(() => DefinitionCatalog.Load(Folder.Definitions));
        _job = new(() => Make(RetryDelay.Worker));
        _request = new(() => Make(RetryDelay.Person));
    }

    public static TimeProvider Clock => TimeProvider.System;

    public static string Version { get; } = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public DataFolder Folder { get; }

    public SmpDatabase Database { get; }

    /// <summary>Read when first asked for: a definition that can't be used stops the commands that need definitions, and no other.</summary>
    public DefinitionCatalog Definitions => _definitions.Value;

    /// <summary>The clinic's own database; null where none is named.</summary>
    public Lazy<ClinicSource?> Source { get; }

    public SourceRows SourceRows { get; }

    public OutcomeReader Reader { get; }

    public RunLedger Ledger { get; }

    public DeliveryLedger Deliveries { get; }

    public WorkerRegister Workers => new(Database, Clock);

    public ErrorLog ErrorLog { get; }

    /// <summary>A worker's.</summary>
    public ReportJob Job => _job.Value;

    /// <summary>Of someone who waits for it.</summary>
    public ReportJob Request => _request.Value;

    /// <summary>A new one each time; whoever asks ends it.</summary>
    public ReportDelivery Delivery() => new(Deliveries, Definitions, Reader, Folder, ErrorLog, Clock, Environment.GetEnvironmentVariable);

    public static ClinicSource? SourceOf(DataPlace place) => place.Source is { } source ? ClinicSource.Of(source) : place.Connection is { } connection ? ClinicSource.Beside(connection) : null;

    /// <summary>Formats of figures beside SVG: those whose packages are switched on.</summary>
    private static IReadOnlyList<IFigureWriter> FigureWriters =>
#if SCOTTPLOT
        [new ScottPlot.PngFigureWriter()];
#else
        [];
#endif

    private ReportJob Make(RetryDelay retry) => new(Ledger, new ReportRun(Reader, Ledger, Definitions, Folder, Version, FigureWriters, deliveries: Deliveries), ErrorLog, retry: retry);

    /// <summary>The folder beside it is for artefacts, staging, definitions and lists of rejects.</summary>
    private SmpDatabase OnServer(string connection)
    {
        var database = SmpDatabase.OnServer(connection);
        Directory.CreateDirectory(Folder.Root);
        return database;
    }

    /// <summary>Today where a clinic is.</summary>
    public static DateOnly TodayIn(ClinicRow clinic) => TimeZoneInfo.TryFindSystemTimeZoneById(clinic.TimeZone, out var zone)
        ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), zone).DateTime)
        : throw new FailureException($"This machine knows no time zone \"{clinic.TimeZone}\" (clinic {clinic.Id}).");

    /// <summary>Whether a month is over anywhere on earth; the first to see its end are 14 hours ahead of UTC.</summary>
    public static bool IsOverSomewhere(ReportMonth month) => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime.AddHours(14)) > month.Last;

    public static DateOnly TodayHere() => DateOnly.FromDateTime(Clock.GetLocalNow().DateTime);

    /// <summary>The last month that is over here.</summary>
    public static ReportMonth LastMonth() => ReportMonth.Of(TodayHere()).Previous;
}
