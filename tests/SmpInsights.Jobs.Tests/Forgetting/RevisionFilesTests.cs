using SmpInsights.Data.Forgetting;
using SmpInsights.Jobs.Forgetting;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Tests.Forgetting;

/// <summary>Old revisions go when a new one stands, and not before.</summary>
public sealed class RevisionFilesTests : IDisposable
{
    private readonly JobFolder _jobs = new();
    private readonly MarkedRevisions _marked;
    private readonly RevisionFiles _files;

    public RevisionFilesTests()
    {
        _marked = new MarkedRevisions(SmpInsights.Data.SmpDatabase.Open(_jobs.Folder.Root));
        _files = new RevisionFiles(_jobs.Folder, _jobs.Ledger, _marked);
    }

    public void Dispose() => _jobs.Dispose();

    private async Task<RunOutcome> RunAsync() => (await _jobs.Job.RunAsync(_jobs.Ledger.Queue(JobFolder.June).RunId, null, TestContext.Current.CancellationToken))!;

    private void Show(int revision, string client) => File.AppendAllText(Path.Combine(_jobs.Target(revision), "report.html"), $"<td>{client}</td>");

    [Fact]
    public async Task A_revision_that_shows_the_client_is_made_anew_and_its_files_removed()
    {
        await RunAsync();
        Show(1, "LEAVER");
        _files.Mark(Forgotten.Client("LEAVER"));

        Assert.Equal([JobFolder.June], _files.ToRemake());
        Assert.Empty(_files.Remove([], []));
        Assert.True(Directory.Exists(_jobs.Target(1)));

        Assert.IsType<RunOutcome.Done>(await RunAsync());
        Assert.Equal(1, Assert.Single(_files.Remove([], [])).Revision);
        Assert.False(Directory.Exists(_jobs.Target(1)));
        Assert.True(Directory.Exists(_jobs.Target(2)));
        Assert.Empty(_marked.All());
        Assert.Empty(_jobs.Staging());
        Assert.Equal("files removed", _jobs.Ledger.List()[0].Stage);
    }

    [Fact]
    public async Task A_revision_that_shows_others_only_is_left()
    {
        await RunAsync();
        Show(1, "KEEPER");
        _files.Mark(Forgotten.Client("LEAVER"));

        Assert.Empty(_marked.All());
    }

    [Fact]
    public async Task A_revision_that_is_the_same_without_the_client_stays()
    {
        await RunAsync();
        _marked.Mark(_jobs.Ledger.List()[0].RunId);

        Assert.IsType<RunOutcome.Unchanged>(await RunAsync());
        Assert.Empty(_files.Remove([JobFolder.June], []));
        Assert.True(Directory.Exists(_jobs.Target(1)));
        Assert.Empty(_marked.All());
    }

    [Fact]
    public async Task Files_of_a_report_that_no_longer_exists_go_without_a_successor()
    {
        await RunAsync();
        Show(1, "LEAVER");
        _files.Mark(Forgotten.Client("LEAVER"));

        Assert.Single(_files.Remove([], [JobFolder.June]));
        Assert.False(Directory.Exists(_jobs.Target(1)));
    }

    [Fact]
    public void A_run_under_way_is_marked_and_waits_for_its_end()
    {
        var run = _jobs.Ledger.Queue(JobFolder.June);
        Assert.NotNull(_jobs.Ledger.Claim("other", RunLease.Length));

        _files.Mark(Forgotten.Client("LEAVER"));

        Assert.Equal(run.RunId, Assert.Single(_marked.All()).RunId);
        Assert.Empty(_files.ToRemake());
        Assert.Empty(_files.Remove([], []));
        Assert.Single(_marked.All());
    }

    [Fact]
    public void Lists_that_name_the_client_are_removed()
    {
        File.WriteAllText(_jobs.Folder.Warnings, "file,id,column,value,message\r\nsessions.csv,LEAVER-S,x,y,z\r\n");
        File.WriteAllText(_jobs.Folder.Rejects, "file,line,column,value,reason\r\nsessions.csv,1,x,KEEPER,z\r\n");

        Assert.Equal(["warnings.csv"], _files.RemoveLists(Forgotten.Client("LEAVER", session: "LEAVER-S")));
        Assert.True(File.Exists(_jobs.Folder.Rejects));
    }
}
