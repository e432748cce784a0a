using System.Globalization;
using SmpInsights.Data.Runs;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SmpInsights.App.Terminal;

/// <summary>The runs as they go, until stopped: on a terminal those in hand with their bars and the last that ended, drawn anew; in a pipe or a file a line for each change.</summary>
internal sealed class RunFollower(RunLedger ledger, TimeProvider clock)
{
    private const int Ended = 8;
    private const int BarWidth = 24;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<(long Run, int Revision), string> _told = [];

    public async Task FollowAsync(CancellationToken stop)
    {
        var since = clock.GetUtcNow();
        try
        {
            if (Console.IsOutputRedirected)
            {
                for (; ; await Task.Delay(Look, clock, stop).ConfigureAwait(false))
                    Lines(ledger.Active(since));
            }

            await AnsiConsole.Live(new Text(string.Empty)).AutoClear(false).Overflow(VerticalOverflow.Crop).StartAsync(async live =>
            {
                for (; ; await Task.Delay(Look, clock, stop).ConfigureAwait(false))
                    live.UpdateTarget(Picture(ledger.Active(since), Math.Max(1, AnsiConsole.Profile.Height - Ended - 6)));
            }).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Whoever follows has seen enough.
        }
    }

    private void Lines(IReadOnlyList<RunRow> runs)
    {
        foreach (var run in runs)
        {
            var line = string.Join(' ', new[] { Name(run), State(run), run.State == RunState.Running ? $"{run.Stage} {Percent(run)}" : null, run.State is RunState.Queued or RunState.Failed ? run.Error?.ReplaceLineEndings(" ") : null }.Where(part => !string.IsNullOrWhiteSpace(part)));
            if (_told.TryGetValue((run.RunId, run.Revision), out var told) && string.Equals(told, line, StringComparison.Ordinal))
                continue;
            _told[(run.RunId, run.Revision)] = line;
            Console.Out.WriteLine(line);
        }
    }

    private static IRenderable Picture(IReadOnlyList<RunRow> runs, int most)
    {
        var running = runs.Where(r => r.State == RunState.Running).ToList();
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumns("", "", "", "");
        foreach (var run in running.Take(most))
            table.AddRow(new Text(Name(run)), Bar(run.Progress ?? 0), new Text(Percent(run)), new Text(run.Stage ?? string.Empty));
        var rows = new List<IRenderable> { new Markup(Counts(runs)), table };
        if (running.Count > most)
            rows.Add(new Markup(string.Create(CultureInfo.InvariantCulture, $"[grey]and {running.Count - most} more[/]")));
        rows.AddRange(runs.Where(r => r.State == RunState.Queued && r.NotBefore is not null).Take(most).Select(r => new Markup($"[yellow]waits[/]  {Markup.Escape(Name(r))}: {Markup.Escape(r.Error?.ReplaceLineEndings(" ") ?? string.Empty)}")));
        rows.AddRange(runs.Where(r => r.State is RunState.Done or RunState.Failed).OrderByDescending(r => r.FinishedAt).Take(Ended).Select(r => new Markup(r.State == RunState.Done
            ? $"[green]done[/]   {Markup.Escape(Name(r))}"
            : $"[red]failed[/] {Markup.Escape(Name(r))}: {Markup.Escape(r.Error?.ReplaceLineEndings(" ") ?? string.Empty)}")));
        return new Rows(rows);
    }

    private static string Counts(IReadOnlyList<RunRow> runs)
    {
        string Of(RunState state) => runs.Count(r => r.State == state).ToString(CultureInfo.InvariantCulture);
        return $"[bold]{Of(RunState.Running)} running, {Of(RunState.Queued)} queued[/], since you look {Of(RunState.Done)} done and {Of(RunState.Failed)} failed [grey](Ctrl-C leaves them running)[/]";
    }

    private static Markup Bar(double share)
    {
        var full = (int)Math.Round(Math.Clamp(share, 0, 1) * BarWidth);
        var (on, off) = AnsiConsole.Profile.Capabilities.Unicode ? ('━', '─') : ('#', '.');
        return new Markup($"[green]{new string(on, full)}[/][grey]{new string(off, BarWidth - full)}[/]");
    }

    private static string Percent(RunRow run) => string.Create(CultureInfo.InvariantCulture, $"{100 * (run.Progress ?? 0):0} %");

    private static string State(RunRow run) => run.State.ToString().ToLowerInvariant();

    private static string Name(RunRow run) => string.Create(CultureInfo.InvariantCulture, $"{run.Key.Report} {run.Key.Whom} {run.Key.Period} r{run.Revision}");
}
