using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SmpInsights.App.Health;

/// <summary>
/// <c>/health/live</c>: the process answers; restart it when it does not. <c>/health/ready</c>: the database answers, has this version's tables, and a worker is at work.
/// Both are open without sign-in, so they say nothing of paths, hosts or clinics.
/// </summary>
internal static class HealthRoutes
{
    public static void Add(IServiceCollection services) => services.AddHealthChecks().AddCheck<DatabaseHealth>("database").AddCheck<WorkerHealth>("worker");

    public static void Map(WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(new JsonObject
        {
            ["status"] = report.Status == HealthStatus.Healthy ? "healthy" : "unhealthy",
            ["checks"] = new JsonObject([.. report.Entries.Select(e => KeyValuePair.Create(e.Key, (JsonNode?)(e.Value.Status == HealthStatus.Healthy ? "healthy" : e.Value.Description)))]),
        }.ToJsonString() + "\n");
    }
}
