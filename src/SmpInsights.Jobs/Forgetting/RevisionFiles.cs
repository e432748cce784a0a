using SmpInsights.Data.Forgetting;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Forgetting;

/// <summary>Published files that show a client who was forgotten: found, made anew, removed. An old revision's files go only when a newer one stands, or can't be made any more.</summary>
public sealed class RevisionFiles(DataFolder folder, RunLedger ledger, MarkedRevisions marked)
{
    /// <summary>Marks every revision whose files show the client, and every run under way: it may have read the rows before they went.</summary>
    public void Mark(ShownClient client)
    {
        foreach (var run in ledger.List().Where(r => r.State == RunState.Running || (r.State == RunState.Done && client.IsIn(Target(r)))))
            marked.Mark(run.RunId);
    }

    /// <summary>Lists of the last import that name a row of the client; each import makes them anew.</summary>
    /// <returns>Names of those removed.</returns>
    public IReadOnlyList<string> RemoveLists(ShownClient client)
    {
        List<string> named = [.. new[] { folder.Rejects, folder.Warnings, folder.Inferred, folder.SourceLists.Rejects, folder.SourceLists.Warnings }.Where(client.IsInList)];
        named.ForEach(File.Delete);
        return [.. named.Select(f => Path.GetFileName(f))];
    }

    /// <summary>Of marked revisions, the keys whose newest revision is itself marked: a new one is needed before the files can go.</summary>
    public IReadOnlyList<RunKey> ToRemake() =>
        [.. marked.All().Where(r => r.State == RunState.Done && ledger.LatestDone(r.Key)?.RunId == r.RunId).Select(r => r.Key).Distinct()];

    /// <summary>Removes the files of marked revisions of which a newer one stands.</summary>
    /// <param name="unchanged">Keys whose newest revision is the same without the client: it showed no one.</param>
    /// <param name="gone">Keys of reports that can't be made any more; their files go without a successor.</param>
    /// <returns>The revisions removed.</returns>
    public IReadOnlyList<RunRow> Remove(IReadOnlyCollection<RunKey> unchanged, IReadOnlyCollection<RunKey> gone)
    {
        var removed = new List<RunRow>();
        foreach (var run in marked.All().Where(r => r.State is RunState.Done or RunState.Failed))
        {
            var isLatest = ledger.LatestDone(run.Key) is { } latest && latest.RunId == run.RunId;
            if (run.State == RunState.Failed || (isLatest && unchanged.Contains(run.Key)))
                marked.Unmark(run.RunId);
            else if (!isLatest || gone.Contains(run.Key))
                removed.Add(Remove(run));
        }

        return removed;
    }

    public string Target(RunRow run) => folder.Revision(run.Key.Report, run.Key.Clinic, run.Key.Practitioner, run.Key.Period, run.Revision);

    /// <summary>Renamed out of the readers' sight first: what a stop in the middle leaves lies in staging, which workers sweep.</summary>
    private RunRow Remove(RunRow run)
    {
        var target = Target(run);
        if (Directory.Exists(target))
        {
            Directory.CreateDirectory(folder.Staging);
            var away = Path.Combine(folder.Staging, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"removed-{run.RunId}"));
            if (Directory.Exists(away))
                Directory.Delete(away, recursive: true);
            Directory.Move(target, away);
            Directory.Delete(away, recursive: true);
        }

        marked.Removed(run.RunId);
        return run;
    }
}
