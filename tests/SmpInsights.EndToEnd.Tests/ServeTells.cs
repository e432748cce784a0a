using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using SmpInsights.Data;

namespace SmpInsights.EndToEnd.Tests;

/// <summary><c>smp serve</c> as a process: what its health says when something is wrong, and that it shows nothing else.</summary>
public sealed class ServeTells : IAsyncLifetime
{
    private readonly EmptyFolder _folder = new();
    private readonly HttpClient _http = new();
    private Process _serve = null!;

    public async ValueTask InitializeAsync()
    {
        _serve = SmpProcess.Start(_folder.Path, "serve", "--urls", "http://127.0.0.1:0", "--log-format", "json");
        var line = await _serve.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("Serving ", line, StringComparison.Ordinal);
        _http.BaseAddress = new Uri(line!.Split(' ').Single(w => w.StartsWith("http://", StringComparison.Ordinal)).TrimEnd(';'));
        _ = _serve.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        _ = _serve.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await UntilReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (!_serve.HasExited)
            _serve.Kill(entireProcessTree: true);
        await _serve.WaitForExitAsync(CancellationToken.None);
        _serve.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task It_is_ready_and_shows_nothing_but_health()
    {
        Assert.Equal("127.0.0.1", _http.BaseAddress!.Host);
        Assert.Equal("""{"status":"healthy","checks":{"database":"healthy","worker":"healthy"}}""", (await ReadyAsync()).Body.TrimEnd());
        foreach (var path in new[] { "/", "/reports", "/reports/monthly-clinic/C0001/2026-06/r1/report.html", "/hangfire", "/smp.db", "/health" })
            Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(path)).Status);
    }

    [Fact]
    public async Task A_database_that_is_gone_is_not_ready_and_is_not_made_anew_but_the_process_lives()
    {
        var (file, away) = (_folder.In("smp-data", SmpDatabase.FileName), _folder.In("away.db"));
        File.Move(file, away);
        var (status, body) = await ReadyAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("the database does not answer", (string?)JsonNode.Parse(body)!["checks"]!["database"]);
        Assert.DoesNotContain(_folder.Path, body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/health/live")).Status);
        Assert.False(File.Exists(file));

        File.Move(away, file);
        Assert.Equal(HttpStatusCode.OK, (await ReadyAsync()).Status);
    }

    [Fact]
    public async Task A_missing_migration_is_named()
    {
        Sql("DELETE FROM schema_migrations WHERE name = '0032_workers'");
        var (status, body) = await ReadyAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("migration 0032_workers is missing", (string?)JsonNode.Parse(body)!["checks"]!["database"]);
    }

    [Fact]
    public async Task A_worker_that_fell_silent_is_not_ready_until_it_is_heard_again()
    {
        // The worker's own next sign may come between the two statements, but not three times running: it comes each ten seconds.
        string? said = null;
        for (var attempt = 0; attempt < 3 && said is null or "healthy"; attempt++)
        {
            Sql("UPDATE workers SET beat_at = '2020-01-01T00:00:00.000Z'");
            var (status, body) = await ReadyAsync();
            said = (string?)JsonNode.Parse(body)!["checks"]!["worker"];
            Assert.Equal(said is "healthy" ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable, status);
        }

        Assert.Matches("^no worker has given a sign of life for [0-9]+ s$", said);
        await UntilReadyAsync();
    }

    [Fact]
    public async Task A_stop_is_graceful_and_leaves_no_worker_in_the_register()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs SIGTERM.");
        using (var kill = Process.Start("kill", ["-TERM", _serve.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(_serve.WaitForExit(TimeSpan.FromSeconds(40)), "It did not stop.");
        Assert.Equal(0, _serve.ExitCode);
        Assert.Equal(0L, Sql("SELECT COUNT(*) FROM workers"));
    }

    [Fact]
    public void A_port_in_use_is_said_in_one_sentence()
    {
        var second = SmpProcess.Run(_folder.Path, "serve", "--urls", _http.BaseAddress!.ToString());
        Assert.Equal(1, second.ExitCode);
        Assert.Matches("^smp: .* is in use by another program; say another address with --urls.$", second.Errors.TrimEnd());
    }

    private object? Sql(string statement)
    {
        using var connection = SmpDatabase.Open(_folder.In("smp-data")).Connect();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        return command.ExecuteScalar();
    }

    private async Task UntilReadyAsync()
    {
        var patience = Stopwatch.StartNew();
        while ((await ReadyAsync()).Status != HttpStatusCode.OK)
        {
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(1), "It did not become ready.");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
        }
    }

    private Task<(HttpStatusCode Status, string Body)> ReadyAsync() => GetAsync("/health/ready");

    private async Task<(HttpStatusCode Status, string Body)> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
