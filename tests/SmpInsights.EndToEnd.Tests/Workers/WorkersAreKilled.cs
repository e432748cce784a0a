using System.Diagnostics;
using System.Globalization;
using SmpInsights.Data;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.EndToEnd.Tests.Workers;

/// <summary>
/// Four workers on one database, one of them killed every few seconds, and each time all is reported rows that come late: every revision is made once, whole, and nothing is left.
/// Runs only with SMP_SOAK=1 (200 kills, a quarter of an hour and more) or SMP_SOAK=N for N kills; SMP_SOAK_CLINICS: 60 unless given.
/// </summary>
public sealed class WorkersAreKilled : IDisposable
{
    private const int Months = 6;
    private const int Workers = 4;
    private const int UsualKills = 200;
    private const int LeastRounds = 2;

    private static readonly int Clinics = Given("SMP_SOAK_CLINICS", 60);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(90);

    private readonly EmptyFolder _folder = new();
    private readonly List<WorkerProcess> _alive = [];
    private readonly List<string> _said = [];
    private int _orphans;
    private int _left;
    private readonly Stopwatch _time = Stopwatch.StartNew();

    public void Dispose()
    {
        _alive.ForEach(w => w.Dispose());
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_revision_is_made_once_though_workers_are_killed_all_the_time()
    {
        var kills = Given("SMP_SOAK", 0) is var asked && asked == 1 ? UsualKills : asked;
        Assert.SkipWhen(kills == 0 || OperatingSystem.IsWindows(), "a soak: set SMP_SOAK=1 (needs SIGKILL)");
        var last = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(1 - DateTime.UtcNow.Day).AddMonths(-1);
        ManyClinics.Define(_folder.In("smp-data"), Months);
        ManyClinics.Write(_folder.In("csv"), Clinics, last);
        Import("csv");
        Directory.CreateDirectory(_folder.In("smp-data", "staging"));
        var ledger = new RunLedger(SmpDatabase.Open(_folder.In("smp-data")), TimeProvider.System);
        var random = new Random(1);
        for (var i = 0; i < Workers; i++)
            Start();

        // How many revisions each month should have by now; network and clinics alike.
        var revisions = Enumerable.Range(0, Months).ToDictionary(m => Period(last.AddMonths(-m)), _ => 1, StringComparer.Ordinal);
        var (killed, rounds) = (0, 0);
        while (true)
        {
            Assert.True(_time.Elapsed < Longest, $"Not done in {Longest}: {State(ledger)}");
            if (IsReported(ledger, revisions))
            {
                if (killed >= kills && rounds >= LeastRounds)
                    break;
                rounds++;
                var late = last.AddMonths(-(rounds % Months));
                Say(FormattableString.Invariant($"{killed} killed, {State(ledger)}; round {rounds}: late rows of {Period(late)}"));
                ManyClinics.WriteLate(_folder.In("late"), Clinics, late, rounds);
                Import("late");
                foreach (var month in revisions.Keys.Where(m => string.CompareOrdinal(m, Period(late)) >= 0).ToList())
                    revisions[month]++;
            }

            await Task.Delay(TimeSpan.FromSeconds(1.5 + (2 * random.NextDouble())), TestContext.Current.CancellationToken);
            if (killed >= kills)
                continue;

            // Most are killed at work, one in five whenever it is.
            var victims = _alive.Where(w => w.HasWorked).ToList();
            if (random.Next(5) == 0)
                victims = _alive;
            if (victims.Count == 0)
                continue;
            var victim = victims[random.Next(victims.Count)];
            _alive.Remove(victim);
            var owner = victim.Id.ToString(CultureInfo.InvariantCulture) + "-";
            _said.AddRange(await victim.KillAsync());
            _orphans += ledger.Running().Count(r => r.Owner.StartsWith(owner, StringComparison.Ordinal));
            _left += Directory.EnumerateDirectories(_folder.In("smp-data", "staging")).Count(d => d.Contains("-" + owner, StringComparison.Ordinal));
            killed++;
            Start();
        }

        foreach (var worker in _alive)
            _said.AddRange(await worker.StopAsync());
        _alive.Clear();
        Check(ledger, revisions);
        Say(FormattableString.Invariant($"{killed} killed in {_time.Elapsed.TotalMinutes:0.0} minutes, {rounds} rounds of late rows, {State(ledger)}; {_orphans} runs were in hand when their worker was killed, {_left} of them in staging; most attempts {ledger.List().Max(r => r.Attempt)}, {Count(" another worker took over ")} leases lost, {Count(" tried again later ")} attempts postponed"));
    }

    private void Check(RunLedger ledger, Dictionary<string, int> revisions)
    {
        var runs = ledger.List();
        Assert.All(runs, r => Assert.Equal((RunState.Done, string.Empty), (r.State, r.Error ?? string.Empty)));
        Assert.All(runs.GroupBy(r => r.Key), key => Assert.Equal(Enumerable.Range(1, revisions[key.Key.Period]), key.Select(r => r.Revision).Order()));
        var told = _said.Where(l => l.Contains(" done ", StringComparison.Ordinal)).Select(l => l[(l.IndexOf(" done ", StringComparison.Ordinal) + 1)..]).ToList();
        Assert.Equal(told.Count, told.Distinct(StringComparer.Ordinal).Count());
        var folder = new DataFolder(_folder.In("smp-data"));
        foreach (var run in runs)
            Assert.True(ArtefactStore.IsWhole(folder.Revision(run.Key.Report, run.Key.Clinic, run.Key.Practitioner, run.Key.Period, run.Revision)), FormattableString.Invariant($"{run.Key} r{run.Revision} is not whole."));
        Assert.Equal(runs.Count, Directory.EnumerateFiles(Path.Combine(folder.Root, "reports"), Manifest.FileName, SearchOption.AllDirectories).Count());
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Staging));
        Say($"{runs.Count} revisions checked, {Directory.EnumerateFiles(Path.Combine(folder.Root, "reports"), "*", SearchOption.AllDirectories).Count()} files; {told.Count} of them were told as done, none twice");
    }

    private static int Given(string variable, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : otherwise;

    private int Count(string words) => _said.Count(l => l.Contains(words, StringComparison.Ordinal));

    private static bool IsReported(RunLedger ledger, Dictionary<string, int> revisions)
    {
        var runs = ledger.List();
        return runs.All(r => r.State == RunState.Done) && runs.Count == revisions.Values.Sum() * ((Clinics * ManyClinics.ReportsOfAClinic) + 1);
    }

    private void Import(string name)
    {
        var import = SmpProcess.Run(_folder.Path, "import", _folder.In(name));
        Assert.True(import.ExitCode == 0, import.Output + import.Errors);
    }

    private void Start() => _alive.Add(new WorkerProcess(_folder.Path, "--parallel", "2"));

    private static string State(RunLedger ledger) => string.Join(", ", ledger.List().GroupBy(r => r.State).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key}"));

    private static string Period(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private void Say(string line) => TestContext.Current.SendDiagnosticMessage(FormattableString.Invariant($"{_time.Elapsed:hh\\:mm\\:ss} {line}"));
}
