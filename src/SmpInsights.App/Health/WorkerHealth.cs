using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SmpInsights.Data.Workers;
using SmpInsights.Jobs.Telemetry;

namespace SmpInsights.App.Health;

/// <summary>Whether any worker on this database is at work.</summary>
internal sealed class WorkerHealth(WorkerRegister workers) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return Task.FromResult(workers.Silence() switch
            {
                null => HealthCheckResult.Unhealthy("no worker is at work"),
                { } silence when silence > SignsOfLife.Patience => HealthCheckResult.Unhealthy(string.Create(CultureInfo.InvariantCulture, $"no worker has given a sign of life for {silence.TotalSeconds:0} s")),
                _ => HealthCheckResult.Healthy(),
            });
        }
        catch (Exception e)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("nobody can say: the database does not answer", e));
        }
    }
}
