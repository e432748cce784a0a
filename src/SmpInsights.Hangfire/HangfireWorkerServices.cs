using global::Hangfire;
using Microsoft.Extensions.DependencyInjection;
using SmpInsights.Jobs.Engine;

namespace SmpInsights.Hangfire;

public static class HangfireWorkerServices
{
    /// <summary>How often an idle server looks for jobs whose time has come.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    /// <summary>Adds Hangfire in the place of the built-in engine. The host's services must give <see cref="ReportJobs"/> what its constructor asks for.</summary>
    /// <param name="services">Of the host.</param>
    /// <param name="sqlServer">Connection string of the SQL Server that holds the ledger too; null with the embedded database: then jobs live in memory, and what is due in the ledger.</param>
    /// <param name="atOnce">How many reports one server makes at once.</param>
    public static IServiceCollection AddHangfireWorker(this IServiceCollection services, string? sqlServer = null, int atOnce = 1)
    {
        services.AddHangfire(hangfire =>
        {
            hangfire.SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            if (sqlServer is null)
                hangfire.UseInMemoryStorage();
            else
                hangfire.UseSqlServerStorage(sqlServer);
        });
        services.AddHangfireServer(server =>
        {
            server.Queues = ReportQueue.All;
            server.WorkerCount = atOnce;
            server.SchedulePollingInterval = Poll;
        });
        services.AddSingleton<WorkerLog>().AddSingleton<DueRound>().AddSingleton<EnqueuedRuns>().AddSingleton<Schedules>().AddTransient<ReportJobs>();
        return services.AddHostedService<FirstRound>();
    }
}
