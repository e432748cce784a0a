using System.Reflection;
using SmpInsights.Data;
using SmpInsights.Data.Reading;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Runs;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.App;

/// <summary>What commands work with, put together once: the data folder, its database and definitions, the job.</summary>
internal sealed class SmpSession
{
    public SmpSession(string dataFolder)
    {
        Folder = new DataFolder(Path.GetFullPath(dataFolder));
        Database = SmpDatabase.Open(Folder.Root);
        Definitions = DefinitionCatalog.Load(Folder.Definitions);
        Reader = new OutcomeReader(Database);
        Ledger = new RunLedger(Database, Clock);
        Job = new ReportJob(Ledger, new ReportRun(Reader, Ledger, Definitions, Folder, Version), new ErrorLog(Folder, Clock));
    }

    public static TimeProvider Clock => TimeProvider.System;

    public static string Version { get; } = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public DataFolder Folder { get; }

    public SmpDatabase Database { get; }

    public DefinitionCatalog Definitions { get; }

    public OutcomeReader Reader { get; }

    public RunLedger Ledger { get; }

    public ReportJob Job { get; }

    /// <summary>Today where a clinic is.</summary>
    public static DateOnly TodayIn(string timeZone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime);

    public static DateOnly TodayHere() => DateOnly.FromDateTime(Clock.GetLocalNow().DateTime);

    /// <summary>The last month that is over here.</summary>
    public static ReportMonth LastMonth() => ReportMonth.Of(TodayHere()).Previous;
}
