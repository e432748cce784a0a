using SmpInsights.App.Health;

namespace SmpInsights.App.Hosting;

/// <summary>The web server of <c>smp serve</c>, with a worker inside.</summary>
internal static class WebHost
{
    public static WebApplication Build(SmpSession session, IReadOnlyList<string> urls, int? parallel, Action<ILoggingBuilder> logging)
    {
        // Settings come from the command line and the data folder alone: what lies in the folder the person stands in is not ours.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(o => o.AddServerHeader = false);
        logging(builder.Logging);
        builder.Services.AddRouting();
        builder.Services.AddSingleton(session.Database);
        WorkerParts.Add(builder.Services, session, parallel);
        HealthRoutes.Add(builder.Services);
        var app = builder.Build();
        foreach (var url in urls)
            app.Urls.Add(url);
        HealthRoutes.Map(app);
        app.MapFallback(context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            context.Response.ContentType = "text/plain; charset=utf-8";
            return context.Response.WriteAsync("There is nothing here.\n");
        });
        return app;
    }
}
