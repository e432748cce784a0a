using System.Text.Json.Nodes;
using SmpInsights.Data.Deliveries;
using SmpInsights.Jobs.Delivery;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Tests.Delivery;

/// <summary>Mails as a real mail server gets them.</summary>
public sealed class MailTests : IDisposable
{
    private readonly DeliveryFolder _folder = new(DeliveryFolder.Email("owner@clinic.example", "refused@clinic.example", "busy@clinic.example"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_recipient_has_an_outcome_of_its_own()
    {
        using var server = new SmtpServer();
        _folder.MailBy(server);
        await _folder.MakeAsync();

        var outcomes = await _folder.DeliverAsync();

        Assert.Equal(3, outcomes.Count);
        Assert.Equal((DeliveryState.Sent, 1, (string?)null), State("owner@clinic.example"));
        var refused = _folder.Of("refused@clinic.example");
        Assert.Equal((DeliveryState.Failed, 1), (refused.State, refused.Attempt));
        Assert.Contains("no such user here", refused.Error, StringComparison.Ordinal);
        var busy = _folder.Of("busy@clinic.example");
        Assert.Equal((DeliveryState.Pending, 1), (busy.State, busy.Attempt));
        Assert.Equal(RetryDelay.Delivery.After(1, busy.DeliveryId).TotalSeconds, (busy.NextAttemptAt - _folder.Clock.GetUtcNow()).TotalSeconds, 0.001);
        Assert.Contains("busy, come back later", busy.Error, StringComparison.Ordinal);

        Assert.Empty(await _folder.DeliverAsync());
        _folder.Clock.Move(RetryDelay.Delivery.First);
        Assert.True(Assert.Single(await _folder.DeliverAsync()).IsSent);
        Assert.Equal((DeliveryState.Sent, 2, (string?)null), State("busy@clinic.example"));
        Assert.Equal(["owner@clinic.example", "busy@clinic.example"], server.Mails().Select(m => SmtpServer.Header(m, "X-Test-To")));
    }

    [Fact]
    public async Task A_mail_says_which_report_it_is_and_where_and_nothing_else()
    {
        using var server = new SmtpServer();
        _folder.MailBy(server);
        await _folder.MakeAsync();
        await _folder.DeliverAsync();

        var mail = server.Mails()[0];
        Assert.Equal("True", SmtpServer.Header(mail, "X-Test-Tls"));
        Assert.Equal("The month in short, June 2026, Crown Studio", SmtpServer.Header(mail, "Subject"));
        Assert.Equal("owner@clinic.example", SmtpServer.Header(mail, "To"));
        Assert.Equal("\"SmpInsights\" <reports@clinic.example>", SmtpServer.Header(mail, "From"));
        Assert.Equal($"<{_folder.Of("owner@clinic.example").Token}@clinic.example>", SmtpServer.Header(mail, "Message-ID"));
        Assert.Equal("auto-generated", SmtpServer.Header(mail, "Auto-Submitted"));
        Assert.Equal("7bit", SmtpServer.Header(mail, "Content-Transfer-Encoding"));
        Assert.Equal("""
            The month in short, June 2026
            Crown Studio

            The report is ready.

            https://reports.clinic.example/reports/mine/C/2026-06/r1/report.html

            --
            Sent by SmpInsights, because the report's definition names this address.
            """.ReplaceLineEndings("\n"), string.Join('\n', SmtpServer.Body(mail).TrimEnd().Split('\n').Select(l => l.TrimEnd())));
    }

    [Fact]
    public async Task Names_beyond_ascii_arrive_as_they_are()
    {
        using var server = new SmtpServer();
        _folder.MailBy(server);
        _folder.Change("Café Krönung");
        await _folder.MakeAsync();
        await _folder.DeliverAsync();

        var mail = server.Mails()[0];
        Assert.Contains("Café Krönung\n", SmtpServer.Body(mail), StringComparison.Ordinal);
        Assert.StartsWith("=?utf-8?", SmtpServer.Header(mail, "Subject"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Page_and_workbook_are_attached_where_asked_for_byte_for_byte()
    {
        using var server = new SmtpServer();
        using var folder = new DeliveryFolder(DeliveryFolder.Email("owner@clinic.example").With("attach", true));
        folder.MailBy(server);
        var done = Assert.IsType<RunOutcome.Done>(await folder.MakeAsync());
        await folder.DeliverAsync();

        var mail = Assert.Single(server.Mails());
        foreach (var (name, file) in new[] { ("mine-C-2026-06-r1.html", "report.html"), ("mine-C-2026-06-r1.xlsx", "workbook.xlsx") })
        {
            var part = mail.Split("\r\n--").Single(p => p.Contains($"Content-Disposition: attachment", StringComparison.OrdinalIgnoreCase) && p.Contains(name, StringComparison.Ordinal));
            Assert.Equal(File.ReadAllBytes(Path.Combine(done.Folder, file)), Convert.FromBase64String(part.Split("\r\n\r\n", 2)[1]));
        }
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_of_a_message_is_tried_again()
    {
        using var server = new SmtpServer();
        using var folder = new DeliveryFolder(DeliveryFolder.Email("dropped@clinic.example"));
        folder.MailBy(server);
        await folder.MakeAsync();

        var first = Assert.Single(await folder.DeliverAsync());
        Assert.NotNull(first.RetryAt);
        Assert.Empty(server.Mails());
        folder.Clock.Move(RetryDelay.Delivery.First);
        Assert.True(Assert.Single(await folder.DeliverAsync()).IsSent);
        Assert.Single(server.Mails());
    }

    [Fact]
    public async Task An_answer_that_is_lost_is_the_one_way_to_a_double_and_both_carry_one_id()
    {
        using var server = new SmtpServer();
        using var folder = new DeliveryFolder(DeliveryFolder.Email("lost@clinic.example"));
        folder.MailBy(server);
        await folder.MakeAsync();

        Assert.False(Assert.Single(await folder.DeliverAsync()).IsSent);
        folder.Clock.Move(RetryDelay.Delivery.First);
        Assert.True(Assert.Single(await folder.DeliverAsync()).IsSent);

        Assert.Equal(2, server.Mails().Count);
        Assert.Single(server.Mails().Select(m => SmtpServer.Header(m, "Message-ID")).Distinct());
    }

    [Theory]
    [InlineData("plain", null, "secure")] // the server offers no encryption
    [InlineData("optional", "00", "certificate")] // another certificate than the one pinned
    public async Task Nothing_is_said_in_the_clear_or_to_a_stranger(string mode, string? pin, string says)
    {
        using var server = new SmtpServer(mode);
        _folder.MailBy(server, pin is null ? null : new string('0', 64));
        await _folder.MakeAsync();

        var outcomes = await _folder.DeliverAsync();

        Assert.Equal(3, outcomes.Count);
        Assert.All(outcomes, o => Assert.Contains(says, o.Error, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(server.Mails());
        Assert.DoesNotContain(SmtpServer.Password, _folder.Kept(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused_unless_it_is_pinned()
    {
        using var server = new SmtpServer("optional");
        _folder.Settings(new JsonObject { ["link"] = "https://r.example", ["smtp"] = new JsonObject { ["host"] = "127.0.0.1", ["port"] = server.Port, ["from"] = "r@clinic.example" } });
        await _folder.MakeAsync();

        Assert.All(await _folder.DeliverAsync(), o => Assert.Contains("certificate", o.Error, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(server.Mails());
    }

    [Fact]
    public async Task Without_encryption_only_where_it_is_said_and_only_to_this_machine()
    {
        using var server = new SmtpServer("plain");
        _folder.MailBy(server, password: null, tls: "none");
        await _folder.MakeAsync();
        await _folder.DeliverAsync();

        Assert.Equal("False", SmtpServer.Header(Assert.Single(server.Mails()), "X-Test-Tls"));
        _folder.Settings(new JsonObject { ["smtp"] = new JsonObject { ["host"] = "mail.clinic.example", ["from"] = "r@clinic.example", ["tls"] = "none" } });
        _folder.Clock.Move(RetryDelay.Delivery.First);
        Assert.Contains("field \"smtp.tls\"", Assert.Single(await _folder.DeliverAsync()).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_said_and_not_kept()
    {
        using var server = new SmtpServer();
        _folder.MailBy(server, password: "not the password");
        await _folder.MakeAsync();

        Assert.All(await _folder.DeliverAsync(), o => Assert.NotNull(o.Error));
        Assert.Empty(server.Mails());
        Assert.DoesNotContain("not the password", _folder.Kept(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_may_come_from_the_environment()
    {
        using var server = new SmtpServer();
        _folder.MailBy(server, password: "not the password");
        _folder.Environment[DeliverySettings.PasswordVariable] = SmtpServer.Password;
        await _folder.MakeAsync();
        await _folder.DeliverAsync();

        Assert.Single(server.Mails());
    }

    [Fact]
    public async Task A_clinic_s_name_makes_no_header_of_its_own()
    {
        using var server = new SmtpServer();
        _folder.MailBy(server);
        _folder.Change("Crown\r\nBcc: thief@elsewhere.example\r\n\r\nHello");
        await _folder.MakeAsync();
        await _folder.DeliverAsync();

        var mail = server.Mails()[0];
        Assert.DoesNotContain(SmtpServer.Headers(mail), h => h.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(SmtpServer.Body(mail).Split('\n'), l => l.StartsWith("Bcc", StringComparison.Ordinal));
        Assert.Equal("owner@clinic.example", SmtpServer.Header(mail, "X-Test-To"));
    }

    [Fact]
    public async Task Without_a_link_and_without_attachments_there_is_nothing_to_send()
    {
        using var server = new SmtpServer("optional");
        _folder.Settings(new JsonObject { ["smtp"] = new JsonObject { ["host"] = "127.0.0.1", ["port"] = server.Port, ["from"] = "r@clinic.example", ["pin"] = server.Pin } });
        await _folder.MakeAsync();

        Assert.All(await _folder.DeliverAsync(), o => Assert.Contains("\"link\"", o.Error, StringComparison.Ordinal));
        Assert.Empty(server.Mails());
    }

    private (DeliveryState State, int Attempt, string? Error) State(string recipient) => _folder.Of(recipient) is var row ? (row.State, row.Attempt, row.Error) : default;
}
