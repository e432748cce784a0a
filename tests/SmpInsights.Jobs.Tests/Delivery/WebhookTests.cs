using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SmpInsights.Data.Deliveries;
using SmpInsights.Jobs.Delivery;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Tests.Delivery;

/// <summary>Webhooks as a real web server gets them.</summary>
public sealed class WebhookTests
{
    private const string Secret = "correct horse battery staple";

    private static DeliveryFolder Folder(WebServer server, string path = "/hook/3f9a?token=T0K3N")
    {
        var folder = new DeliveryFolder(DeliveryFolder.Webhook(server.Url + path));
        folder.Settings(new JsonObject { ["link"] = "https://reports.clinic.example/smp", ["webhook"] = new JsonObject { ["secret"] = Secret } });
        return folder;
    }

    [Fact]
    public async Task It_says_which_revision_it_is_and_is_signed()
    {
        await using var server = await WebServer.StartAsync();
        using var folder = Folder(server);
        await folder.MakeAsync();
        Assert.True(Assert.Single(await folder.DeliverAsync()).IsSent);

        var got = Assert.Single(server.All);
        Assert.Equal("/hook/3f9a?token=T0K3N", got.Path);
        Assert.Equal("application/json", got.Headers["Content-Type"]);
        Assert.Equal("SmpInsights/1.0", got.Headers["User-Agent"]);
        Assert.Equal(Assert.Single(folder.Ledger.List()).Token, got.Headers["Idempotency-Key"]);
        var timestamp = got.Headers["SmpInsights-Timestamp"];
        Assert.Equal(folder.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), timestamp);

        // As the receiver's side would check it.
        byte[] signed = [.. Encoding.ASCII.GetBytes(timestamp + "."), .. got.Body];
        Assert.Equal("v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed)), got.Headers["SmpInsights-Signature"]);
        var body = JsonNode.Parse(got.Body)!;
        Assert.Equal(("report.published", "mine", "C", "2026-06", 1, false), ((string?)body["event"], (string?)body["report"], (string?)body["clinic"], (string?)body["period"], (int)body["revision"]!, (bool)body["correction"]!));
        Assert.Equal("https://reports.clinic.example/smp/reports/mine/C/2026-06/r1/report.html", (string?)body["link"]);
        Assert.Contains(body["artefacts"]!.AsArray(), a => string.Equals((string?)a!["path"], "report.html", StringComparison.Ordinal) && ((string?)a["sha256"])!.Length == 64);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(500)]
    [InlineData(429)]
    [InlineData(408)]
    public async Task A_server_that_is_busy_is_asked_again_under_the_same_key(int answer)
    {
        await using var server = await WebServer.StartAsync(answer);
        using var folder = Folder(server);
        await folder.MakeAsync();
        Assert.Contains(answer.ToString(CultureInfo.InvariantCulture), Assert.Single(await folder.DeliverAsync()).Error, StringComparison.Ordinal);
        folder.Clock.Move(RetryDelay.Delivery.First);
        Assert.True(Assert.Single(await folder.DeliverAsync()).IsSent);

        Assert.Equal(2, server.All.Count);
        Assert.Single(server.All.Select(r => r.Headers["Idempotency-Key"]).Distinct());
        Assert.Equal(2, server.All.Select(r => r.Headers["SmpInsights-Signature"]).Distinct().Count());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(302)]
    [InlineData(307)]
    public async Task One_that_refuses_or_sends_elsewhere_ends_it_at_once(int answer)
    {
        await using var server = await WebServer.StartAsync(answer);
        using var folder = Folder(server);
        await folder.MakeAsync();
        Assert.Null(Assert.Single(await folder.DeliverAsync()).RetryAt);
        Assert.Equal(DeliveryState.Failed, Assert.Single(folder.Ledger.List()).State);
        Assert.Single(server.All);
    }

    [Fact]
    public async Task Nothing_secret_is_kept()
    {
        await using var server = await WebServer.StartAsync(503, 404);
        using var folder = Folder(server);
        await folder.MakeAsync();
        await folder.DeliverAsync();
        folder.Clock.Move(RetryDelay.Delivery.First);
        await folder.DeliverAsync();

        Assert.Equal(server.Url, Assert.Single(folder.Ledger.List()).Address.Recipient);
        Assert.Contains("404", folder.Kept(), StringComparison.Ordinal);
        foreach (var secret in new[] { "T0K3N", "3f9a", Secret })
            Assert.DoesNotContain(secret, folder.Kept(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_secret_nothing_is_sent()
    {
        await using var server = await WebServer.StartAsync();
        using var folder = Folder(server);
        folder.Settings([]);
        await folder.MakeAsync();
        Assert.Contains(DeliverySettings.SecretVariable, Assert.Single(await folder.DeliverAsync()).Error, StringComparison.Ordinal);
        Assert.Empty(server.All);

        folder.Environment[DeliverySettings.SecretVariable] = "another secret, long enough";
        folder.Clock.Move(RetryDelay.Delivery.First);
        Assert.True(Assert.Single(await folder.DeliverAsync()).IsSent);
    }

    [Fact]
    public async Task A_stop_while_it_is_sent_hands_it_back_and_is_no_attempt()
    {
        await using var server = await WebServer.StartAsync(0);
        using var folder = Folder(server);
        await folder.MakeAsync();
        using var stop = new CancellationTokenSource();
        var delivering = folder.DeliverAsync(stop.Token);
        Assert.True(SpinWait.SpinUntil(() => { lock (server.All) return server.All.Count == 1; }, TimeSpan.FromSeconds(30)), "It was not sent.");
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => delivering);

        var row = Assert.Single(folder.Ledger.List());
        Assert.Equal((DeliveryState.Pending, 0, null), (row.State, row.Attempt, row.LeaseOwner));
        Assert.True(Assert.Single(await folder.DeliverAsync()).IsSent);
        Assert.Single(server.All.Select(r => r.Headers["Idempotency-Key"]).Distinct());
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said()
    {
        using var folder = new DeliveryFolder(DeliveryFolder.Webhook(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{SmtpServer.NobodysPort()}/")));
        folder.Environment[DeliverySettings.SecretVariable] = Secret;
        await folder.MakeAsync();
        var outcome = Assert.Single(await folder.DeliverAsync());
        Assert.Contains("could not be reached", outcome.Error, StringComparison.Ordinal);
        Assert.NotNull(outcome.RetryAt);
    }
}
