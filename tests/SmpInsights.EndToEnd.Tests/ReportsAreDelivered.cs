using System.Globalization;
using System.Text.Json.Nodes;
using SmpInsights.Jobs.Tests.Delivery;

namespace SmpInsights.EndToEnd.Tests;

/// <summary>From a definition to the recipient, through the real <c>smp</c> and a real mail server.</summary>
public sealed class ReportsAreDelivered : IDisposable
{
    private static readonly string[] Make = ["run", "mine", "--clinic", "C1", "--month", "2026-06"];

    private readonly EmptyFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private void Define(string deliver)
    {
        Directory.CreateDirectory(_folder.In("smp-data", "definitions"));
        File.WriteAllText(_folder.In("smp-data", "definitions", "mine.json"), $$"""
            { "id": "mine", "kind": "monthly-clinic", "title": "The month in short", "audience": "owner", "period": "month", "scope": "clinic",
              "schedule": { "cron": "0 6 2 * *" }, "sections": ["overview", "definitions"], "deliver": [{{deliver}}] }
            """);
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "import", Repository.Reference("sleepstudy")).ExitCode);
    }

    private IReadOnlyList<JsonNode> Deliveries() => [.. JsonNode.Parse(SmpProcess.Run(_folder.Path, "deliveries", "--json").Output)!["deliveries"]!.AsArray().Select(d => d!)];

    private IEnumerable<string> States() => Deliveries().Select(d => $"{d["recipient"]} r{d["revision"]} {d["state"]}");

    [Fact]
    public void A_copy_waits_until_it_is_sent_and_is_sent_once()
    {
        Define("""{ "to": "folder", "path": "copies" }""");
        Assert.Equal(0, SmpProcess.Run(_folder.Path, Make).ExitCode);
        Assert.Equal(["copies r1 pending"], States());

        var failed = SmpProcess.Run(_folder.Path, "deliveries", "send");
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("copies is not there", failed.Output, StringComparison.Ordinal);
        Assert.Equal("smp: 1 of 1 delivery was not sent.", failed.Errors.TrimEnd());
        Assert.Contains("Nothing waits", SmpProcess.Run(_folder.Path, "deliveries", "send").Output, StringComparison.Ordinal);

        // It waits for its next attempt, so that asking again is not possible, nor needed.
        Assert.Contains("0 of 1 asked for again; the others wait already.", SmpProcess.Run(_folder.Path, "deliveries", "resend", "1").Output, StringComparison.Ordinal);
        Directory.CreateDirectory(_folder.In("smp-data", "copies"));
        Assert.Contains("unchanged r1", SmpProcess.Run(_folder.Path, Make).Output, StringComparison.Ordinal);
        Assert.Single(Deliveries());
    }

    [Theory]
    [InlineData("deliveries resend", "either which deliveries (ID) or --failed")]
    [InlineData("deliveries resend 7 --failed", "either which deliveries (ID) or --failed")]
    [InlineData("deliveries resend 4711", "There is no delivery 4711")]
    [InlineData("deliveries resend first", "first")]
    [InlineData("serve --urls nonsense", "nonsense")]
    [InlineData("serve --urls https://127.0.0.1:5080", "https://127.0.0.1:5080")]
    [InlineData("worker --log-format xml", "xml")]
    public void Wrong_usage_is_said(string arguments, string says)
    {
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "import", Repository.Reference("sleepstudy")).ExitCode);
        var result = SmpProcess.Run(_folder.Path, arguments.Split(' '));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(says, result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_processes_at_once_send_each_recipient_one_mail_and_what_failed_is_sent_again_when_asked()
    {
        using var server = new SmtpServer();
        var names = Enumerable.Range(1, 20).Select(i => string.Create(CultureInfo.InvariantCulture, $"owner{i:00}@clinic.example")).Append("refused@clinic.example").ToList();
        Define($$"""{ "to": "email", "recipients": [{{string.Join(", ", names.Select(n => $"\"{n}\""))}}] }""");
        File.WriteAllText(_folder.In("smp-data", "delivery.json"), new JsonObject
        {
            ["link"] = "https://reports.clinic.example",
            ["smtp"] = new JsonObject { ["host"] = "127.0.0.1", ["port"] = server.Port, ["from"] = "reports@clinic.example", ["user"] = SmtpServer.User, ["password"] = SmtpServer.Password, ["pin"] = server.Pin },
        }.ToJsonString());
        Assert.Equal(0, SmpProcess.Run(_folder.Path, Make).ExitCode);

        var ends = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => SmpProcess.Run(_folder.Path, "deliveries", "send", "--json"))));

        Assert.Equal([0, 1], ends.Select(e => e.ExitCode).Order());
        Assert.Equal(names.Take(20), server.Mails().Select(m => SmtpServer.Header(m, "X-Test-To")).Order(StringComparer.Ordinal));
        Assert.Equal(names.Count, ends.Sum(e => JsonNode.Parse(e.Output)!["deliveries"]!.AsArray().Count));
        Assert.Equal(names.Take(20).Select(n => n + " r1 sent").Append("refused@clinic.example r1 failed"), States().Order(StringComparer.Ordinal));
        Assert.All(ends, e => Assert.DoesNotContain(SmtpServer.Password, e.Output + e.Errors, StringComparison.Ordinal));

        Assert.Contains("1 of 1 asked for again.", SmpProcess.Run(_folder.Path, "deliveries", "resend", "--failed").Output, StringComparison.Ordinal);
        Assert.Equal(1, SmpProcess.Run(_folder.Path, "deliveries", "send").ExitCode);
        Assert.Equal(20, server.Mails().Count);
        var id = Deliveries().First(d => ((string)d["recipient"]!).StartsWith("owner01", StringComparison.Ordinal))["id"]!.ToString();
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "deliveries", "resend", id).ExitCode);
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "deliveries", "send").ExitCode);
        Assert.Equal(21, server.Mails().Count);
        Assert.Equal(21, server.Mails().Select(m => SmtpServer.Header(m, "Message-ID")).Distinct().Count());
    }
}
