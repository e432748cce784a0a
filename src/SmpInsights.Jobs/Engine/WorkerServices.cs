using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace SmpInsights.Jobs.Engine;

/// <summary>The built-in engine: Quartz, holding nothing but the clock's tick. What is due, and what runs, lives in the ledger.</summary>
public static class WorkerServices
{
    /// <summary>The most reports one worker may be told to make at once.</summary>
    public const int MostParallel = 64;

    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(1);

    /// <summary>How soon an idle lane sees a run that someone queued, or whose wait or lease is over: one indexed look-up each time.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <summary>Adds the scheduler to a host. The host's services must hold the definitions, reader, ledger, job, error log and clock.</summary>
    /// <param name="services">The host's.</param>
    /// <param name="parallel">How many reports at once; one a core where not given.</param>
    public static IServiceCollection AddReportWorker(this IServiceCollection services, int? parallel = null)
    {
        var lanes = parallel ?? Math.Min(Environment.ProcessorCount, MostParallel);
        services.AddSingleton<WorkerLog>().AddSingleton<DueRound>();
        services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(pool => pool.MaxConcurrency = lanes + 1);
            quartz.ScheduleJob<RunDueReportsJob>(trigger => trigger
                .WithIdentity("run-due-reports")
                .StartNow()
                .WithSimpleSchedule(schedule => schedule.WithInterval(Tick).RepeatForever()));
            for (var lane = 1; lane <= lanes; lane++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"lane-{lane}");
                quartz.ScheduleJob<RunQueuedReportsJob>(
                    trigger => trigger.WithIdentity(name).StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(Look).RepeatForever()),
                    job => job.WithIdentity(name));
            }
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }
}
