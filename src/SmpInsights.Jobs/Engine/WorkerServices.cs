using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace SmpInsights.Jobs.Engine;

/// <summary>The built-in engine: Quartz, holding nothing but the clock's tick. What is due lives in the ledger.</summary>
public static class WorkerServices
{
    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(1);

    /// <summary>Adds the scheduler to a host. The host's services must give the job what its constructor asks for.</summary>
    public static IServiceCollection AddReportWorker(this IServiceCollection services)
    {
        services.AddQuartz(quartz => quartz.ScheduleJob<RunDueReportsJob>(trigger => trigger
            .WithIdentity("run-due-reports")
            .StartNow()
            .WithSimpleSchedule(schedule => schedule.WithInterval(Tick).RepeatForever())));
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }
}
