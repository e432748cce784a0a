using System.Globalization;
using System.Text.Json.Nodes;
using SmpInsights.Data.Deliveries;
using SmpInsights.Jobs.Delivery;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Tests.Delivery;

/// <summary>What is sent when, how often, and what is kept of it, whatever the way it goes.</summary>
public sealed class ReportDeliveryTests : IDisposable
{
    private readonly DeliveryFolder _folder = new(DeliveryFolder.Copy("copies"));

    public void Dispose() => _folder.Dispose();

    private string Copies => Directory.CreateDirectory(Path.Combine(_folder.Folder.Root, "copies")).FullName;

    private DeliveryRow Only() => Assert.Single(_folder.Ledger.List());

    [Fact]
    public async Task A_revision_is_copied_whole_and_nothing_of_the_copying_is_left()
    {
        var copies = Copies;
        var done = Assert.IsType<RunOutcome.Done>(await _folder.MakeAsync());
        Assert.Equal(DeliveryState.Pending, Only().State);
        Assert.True(Assert.Single(await _folder.DeliverAsync()).IsSent);

        var copy = Path.Combine(copies, "mine", "C", "2026-06", "r1");
        Assert.True(ArtefactStore.IsWhole(copy));
        Assert.Equal(Directory.EnumerateFiles(done.Folder, "*", SearchOption.AllDirectories).Count(), Directory.EnumerateFiles(copy, "*", SearchOption.AllDirectories).Count());
        Assert.Equal("mine", Path.GetFileName(Assert.Single(Directory.EnumerateFileSystemEntries(copies))));
        Assert.Equal((DeliveryState.Sent, 1, _folder.Clock.GetUtcNow()), (Only().State, Only().Attempt, Only().SentAt));
    }

    [Fact]
    public async Task The_same_revision_in_place_is_left_alone_and_another_one_is_not_overwritten()
    {
        var copy = Path.Combine(Copies, "mine", "C", "2026-06", "r1");
        await _folder.MakeAsync();
        await _folder.DeliverAsync();
        var written = Directory.GetCreationTimeUtc(copy);
        Assert.True(_folder.Ledger.Resend(Only().DeliveryId));
        Assert.True(Assert.Single(await _folder.DeliverAsync()).IsSent);
        Assert.Equal(written, Directory.GetCreationTimeUtc(copy));

        File.WriteAllText(Path.Combine(copy, "report.html"), "someone's own");
        Assert.True(_folder.Ledger.Resend(Only().DeliveryId));
        Assert.Contains("holds something else", Assert.Single(await _folder.DeliverAsync()).Error, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Failed, Only().State);
        Assert.Equal("someone's own", File.ReadAllText(Path.Combine(copy, "report.html")));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_waited_for_five_times_and_then_only_asked_for()
    {
        await _folder.MakeAsync();
        var waits = new List<double>();
        while (Only().State == DeliveryState.Pending)
        {
            var outcome = Assert.Single(await _folder.DeliverAsync());
            Assert.Contains("copies is not there", outcome.Error, StringComparison.Ordinal);
            if (outcome.RetryAt is not { } at)
                break;
            waits.Add((at - _folder.Clock.GetUtcNow()).TotalMinutes);
            _folder.Clock.Move(at - _folder.Clock.GetUtcNow() - TimeSpan.FromMilliseconds(1));
            Assert.Empty(await _folder.DeliverAsync());
            _folder.Clock.Move(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(Enumerable.Range(1, 4).Select(a => Math.Round(RetryDelay.Delivery.After(a, Only().DeliveryId).TotalMinutes, 3)), waits.Select(w => Math.Round(w, 3)));
        Assert.Equal((DeliveryState.Failed, 5), (Only().State, Only().Attempt));
        _folder.Clock.Move(TimeSpan.FromDays(30));
        Assert.Empty(await _folder.DeliverAsync());

        _ = Copies;
        Assert.True(_folder.Ledger.Resend(Only().DeliveryId));
        Assert.True(Assert.Single(await _folder.DeliverAsync()).IsSent);
        Assert.Equal((DeliveryState.Sent, 1, null), (Only().State, Only().Attempt, Only().Error));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 4)]
    [InlineData(4, 64)]
    public void Waits_grow_fourfold_and_are_spread_by_a_third(int attempt, double minutes)
    {
        double[] waits = [.. Enumerable.Range(1, 500).Select(id => RetryDelay.Delivery.After(attempt, id).TotalMinutes / minutes)];
        Assert.InRange(waits.Min(), 2 / 3.0, 0.68);
        Assert.InRange(waits.Max(), 1.32, 4 / 3.0);
    }

    [Fact]
    public async Task An_unchanged_rerun_sends_nothing_and_a_new_revision_sends_a_correction()
    {
        var copies = Copies;
        await _folder.MakeAsync();
        await _folder.DeliverAsync();
        Assert.IsType<RunOutcome.Unchanged>(await _folder.MakeAsync());
        Assert.Empty(await _folder.DeliverAsync());
        Assert.False(_folder.Ledger.IsCorrection(Only().DeliveryId));

        _folder.Change("Another name");
        await _folder.MakeAsync();
        var second = Assert.Single(await _folder.DeliverAsync());
        Assert.True(second.IsSent);
        Assert.Equal(2, second.Row.Revision);
        Assert.True(_folder.Ledger.IsCorrection(second.Row.DeliveryId));
        Assert.True(ArtefactStore.IsWhole(Path.Combine(copies, "mine", "C", "2026-06", "r2")));
    }

    [Fact]
    public async Task What_an_earlier_revision_did_not_deliver_is_superseded_and_the_new_one_is_no_correction()
    {
        await _folder.MakeAsync();
        await _folder.DeliverAsync(); // the folder is not there
        _folder.Change("Another name");
        await _folder.MakeAsync();
        _ = Copies;
        _folder.Clock.Move(TimeSpan.FromHours(1));

        var sent = Assert.Single(await _folder.DeliverAsync());

        Assert.Equal(2, sent.Row.Revision);
        Assert.False(_folder.Ledger.IsCorrection(sent.Row.DeliveryId));
        Assert.Equal([DeliveryState.Superseded, DeliveryState.Sent], _folder.Ledger.List().Select(d => d.State));
    }

    [Fact]
    public async Task A_recipient_added_later_gets_the_next_revision_and_makes_none()
    {
        _ = Copies;
        await _folder.MakeAsync();
        _folder.Define(DeliveryFolder.Copy("copies"), DeliveryFolder.Copy("more"));
        Assert.IsType<RunOutcome.Unchanged>(await _folder.MakeAsync());
        Assert.Single(_folder.Ledger.List());
    }

    [Fact]
    public async Task Who_is_no_longer_named_is_sent_nothing()
    {
        var copies = Copies;
        await _folder.MakeAsync();
        _folder.Define();
        Assert.Contains("no longer", Assert.Single(await _folder.DeliverAsync()).Error, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Failed, Only().State);
        Assert.Empty(Directory.EnumerateFileSystemEntries(copies));
    }

    [Fact]
    public async Task Another_clinic_s_recipients_get_nothing_of_this_one()
    {
        using var folder = new DeliveryFolder(DeliveryFolder.Copy("theirs").With("clinics", new JsonArray("D")), DeliveryFolder.Copy("ours").With("clinics", new JsonArray("C", "D")));
        await folder.MakeAsync();
        Assert.Equal("ours", Assert.Single(folder.Ledger.List()).Address.Recipient);
    }

    [Fact]
    public async Task A_damaged_revision_is_not_sent()
    {
        _ = Copies;
        var done = Assert.IsType<RunOutcome.Done>(await _folder.MakeAsync());
        File.AppendAllText(Path.Combine(done.Folder, "report.html"), "x");
        Assert.Contains("damaged", Assert.Single(await _folder.DeliverAsync()).Error, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Failed, Only().State);
    }

    [Fact]
    public async Task A_worker_that_died_is_followed_when_its_lease_is_over_and_not_before()
    {
        _ = Copies;
        await _folder.MakeAsync();
        Assert.NotNull(_folder.Ledger.Claim("dead", ReportDelivery.Lease));
        _folder.Clock.Move(ReportDelivery.Lease - TimeSpan.FromMilliseconds(1));
        Assert.Empty(await _folder.DeliverAsync());
        Assert.False(_folder.Ledger.Resend(Only().DeliveryId));
        _folder.Clock.Move(TimeSpan.FromMilliseconds(1));
        Assert.True(Assert.Single(await _folder.DeliverAsync()).IsSent);
        Assert.Equal(2, Only().Attempt);
        Assert.False(_folder.Ledger.Sent(Only().DeliveryId, "dead"));
        Assert.False(_folder.Ledger.Fail(Only().DeliveryId, "dead", "too late"));
    }

    [Fact]
    public async Task Workers_that_die_again_and_again_end_as_failed()
    {
        _ = Copies;
        await _folder.MakeAsync();
        for (var i = 0; i < RetryDelay.Attempts; i++)
        {
            Assert.NotNull(_folder.Ledger.Claim("dead", ReportDelivery.Lease));
            _folder.Clock.Move(ReportDelivery.Lease);
        }

        Assert.Contains("broken off", Assert.Single(await _folder.DeliverAsync()).Error, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Failed, Only().State);
    }

    [Fact]
    public async Task Two_workers_at_once_never_send_one_delivery_twice()
    {
        var names = Enumerable.Range(0, 24).Select(i => string.Create(CultureInfo.InvariantCulture, $"copy-{i}")).ToArray();
        using var folder = new DeliveryFolder([.. names.Select(DeliveryFolder.Copy)]);
        foreach (var name in names)
            Directory.CreateDirectory(Path.Combine(folder.Folder.Root, name));
        await folder.MakeAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => folder.DeliverAsync())));

        Assert.Equal(names.Order(StringComparer.Ordinal), outcomes.SelectMany(o => o).Select(o => o.Row.Address.Recipient).Order(StringComparer.Ordinal));
        Assert.All(folder.Ledger.List(), d => Assert.Equal((DeliveryState.Sent, 1), (d.State, d.Attempt)));
    }

    [Fact]
    public async Task What_was_sent_and_is_asked_for_again_is_another_message_what_failed_is_the_same()
    {
        await _folder.MakeAsync();
        var first = Only().Token;
        Assert.False(_folder.Ledger.Resend(Only().DeliveryId)); // it still waits
        _folder.Define();
        await _folder.DeliverAsync();
        Assert.Equal(DeliveryState.Failed, Only().State);
        Assert.True(_folder.Ledger.Resend(Only().DeliveryId));
        Assert.Equal(first, Only().Token);

        _folder.Define(DeliveryFolder.Copy("copies"));
        _ = Copies;
        await _folder.DeliverAsync();
        Assert.Equal(DeliveryState.Sent, Only().State);
        Assert.True(_folder.Ledger.Resend(Only().DeliveryId));
        Assert.NotEqual(first, Only().Token);
        Assert.False(_folder.Ledger.Resend(4711));
    }

    [Fact]
    public async Task A_run_that_does_not_publish_plans_nothing()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.Folder.Revision("mine", "C", string.Empty, "2026-06", 1))!);
        File.WriteAllText(_folder.Folder.Revision("mine", "C", string.Empty, "2026-06", 1), "in the way");
        Assert.IsType<RunOutcome.Postponed>(await _folder.MakeAsync());
        Assert.Empty(_folder.Ledger.List());
    }
}
