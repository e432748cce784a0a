using System.Globalization;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Runs;
using Spectre.Console;

namespace SmpInsights.App.Terminal;

/// <summary>A bar for each run in hand, with its stage, below one for all of them; on standard error, where a person looks at it, and silent in a pipe or a log.</summary>
internal sealed class RunBars : IProgress<RunProgress>
{
    /// <summary>More runs than this: those that are over make room.</summary>
    private const int MostBars = 12;

    private readonly ProgressContext? _context;
    private readonly ProgressTask? _all;
    private readonly int _runs;
    private readonly Dictionary<RunKey, ProgressTask> _tasks = [];
    private readonly Lock _gate = new();
    private int _ended;

    private RunBars(ProgressContext? context, int runs)
    {
        (_context, _runs) = (context, runs);
        _all = context?.AddTask(All(0), maxValue: Math.Max(1, runs));
    }

    /// <summary>Does work that makes so many runs.</summary>
    public static async Task<T> ShowAsync<T>(int runs, Func<RunBars, Task<T>> work)
    {
        if (Console.IsErrorRedirected)
            return await work(new RunBars(null, runs)).ConfigureAwait(false);
        T result = default!;
        await TerminalProgress.Bars(hideCompleted: runs > MostBars).StartAsync(async context => result = await work(new RunBars(context, runs)).ConfigureAwait(false)).ConfigureAwait(false);
        return result;
    }

    public void Report(RunProgress value) => Show(value.Key, value.Stage, value.Share);

    /// <summary>A run is over, whatever became of it.</summary>
    public void End(RunKey key)
    {
        Show(key, string.Empty, 1);
        lock (_gate)
        {
            _all?.Increment(1);
            if (_all is not null)
                _all.Description = All(++_ended);
        }
    }

    private string All(int ended) => string.Create(CultureInfo.InvariantCulture, $"{ended} of {_runs} reports");

    private void Show(RunKey key, string stage, double share)
    {
        if (_context is null)
            return;
        lock (_gate)
        {
            var description = Markup.Escape($"{key.Report} {key.Whom} {key.Period}") + (stage.Length == 0 ? string.Empty : $" [grey]{stage}[/]");
            if (!_tasks.TryGetValue(key, out var task))
                _tasks.Add(key, task = _context.AddTask(description, maxValue: 1));
            task.Description = description;
            task.Value = share;
            if (share >= 1)
                task.StopTask();
        }
    }
}
