using SmpInsights.Jobs.Delivery;
#if !HANGFIRE
using SmpInsights.Jobs.Engine;
#endif
using SmpInsights.Jobs.Telemetry;

namespace SmpInsights.App.Hosting;

/// <summary>What a host needs to make and send reports, alone (<c>smp worker</c>) or behind a web server (<c>smp serve</c>).</summary>
internal static class WorkerParts
{
    public static void Add(IServiceCollection services, SmpSession session, int? parallel = null) => services
        .AddSingleton(SmpSession.Clock)
        .AddSingleton(session.Definitions)
        .AddSingleton(session.SourceRows)
        .AddSingleton(session.Reader)
        .AddSingleton(session.Ledger)
        .AddSingleton(session.Job)
        .AddSingleton(session.ErrorLog)
        .AddSingleton(session.Workers)
        .AddSingleton(_ => session.Delivery())
        .AddEngine(session, parallel)
        .AddReportDelivery()
        .AddSignsOfLife()
        .Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(30));

    private static IServiceCollection AddEngine(this IServiceCollection services, SmpSession session, int? parallel) =>
#if HANGFIRE
        Hangfire.HangfireWorkerServices.AddHangfireWorker(services, session.Database.ServerConnectionString, atOnce: parallel ?? Environment.ProcessorCount);
#else
        services.AddReportWorker(parallel);
#endif
}
