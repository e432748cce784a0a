using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SmpInsights.Data.Workers;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Telemetry;

/// <summary>Enters this worker in the register while it is at work, so that others can see whether anyone is.</summary>
public sealed class SignsOfLife(WorkerRegister register, ErrorLog errors, TimeProvider clock) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    /// <summary>Silence after which nobody is taken to be at work: several signs missed, not one that came late.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string _worker = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Guid.NewGuid():N}");

    private bool _noted;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        Try(register.Leave);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do
                Try(register.Beat);
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop.
        }
    }

    /// <summary>A database that does not answer now may answer at the next sign; meanwhile the silence itself is what is to be seen.</summary>
    private void Try(Action<string> change)
    {
        try
        {
            change(_worker);
            _noted = false;
        }
        catch (Exception e)
        {
            _noted = _noted || errors.Write("worker: sign of life", e);
        }
    }
}

public static class SignsOfLifeServices
{
    /// <summary>The host's services must give a <see cref="WorkerRegister"/>.</summary>
    public static IServiceCollection AddSignsOfLife(this IServiceCollection services) => services.AddHostedService<SignsOfLife>();
}
