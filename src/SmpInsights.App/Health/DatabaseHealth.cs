using Microsoft.Extensions.Diagnostics.HealthChecks;
using SmpInsights.Data;

namespace SmpInsights.App.Health;

/// <summary>Whether the database answers and has the tables of this version.</summary>
internal sealed class DatabaseHealth(SmpDatabase database) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var pending = database.PendingMigrations();
            return Task.FromResult(pending.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"migration {pending[0]} is missing"));
        }
        catch (Exception e)
        {
            // Whoever asks from outside learns that it is so; where and why stays inside.
            return Task.FromResult(HealthCheckResult.Unhealthy("the database does not answer", e));
        }
    }
}
