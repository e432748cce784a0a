using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SmpInsights.Jobs.Tests.Delivery;

/// <summary>A real web server on loopback that keeps what it is sent and answers as it is told, one answer after the other and then 200.</summary>
public sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebServer(WebApplication app) => _app = app;

    public List<Received> All { get; } = [];

    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <param name="answers">0 is silence for as long as the client waits.</param>
    public static async Task<WebServer> StartAsync(params int[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var server = new WebServer(app);
        app.Run(server.HearAsync(answers));
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private RequestDelegate HearAsync(int[] answers) => async context =>
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        int number;
        lock (All)
        {
            number = All.Count;
            All.Add(new Received(context.Request.Path + context.Request.QueryString, context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray()));
        }

        var answer = number < answers.Length ? answers[number] : StatusCodes.Status200OK;
        if (answer == 0)
            await Task.Delay(TimeSpan.FromMinutes(1), context.RequestAborted);
        context.Response.StatusCode = answer;
        if (answer is >= 300 and < 400)
            context.Response.Headers.Location = "/elsewhere";
    };

    public sealed record Received(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body);
}
