using Spectre.Console;

namespace SmpInsights.App.Terminal;

/// <summary>Progress bars on standard error, where a person looks at it; silent in a pipe or a log.</summary>
internal static class TerminalProgress
{
    private static readonly IAnsiConsole Console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });

    public static Progress Bars(bool hideCompleted) => Console.Progress().AutoClear(true).HideCompleted(hideCompleted)
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn());

    /// <summary>Runs work that reports named shares from 0 to 1.</summary>
    public static async Task<T> ShowAsync<T>(Func<Action<string, double>, Task<T>> work)
    {
        if (System.Console.IsErrorRedirected)
            return await work((_, _) => { }).ConfigureAwait(false);
        T result = default!;
        await Bars(hideCompleted: false).StartAsync(async context =>
            {
                var tasks = new Dictionary<string, ProgressTask>(StringComparer.Ordinal);
                var gate = new Lock();
                result = await work((name, share) =>
                {
                    lock (gate)
                    {
                        if (!tasks.TryGetValue(name, out var task))
                            tasks.Add(name, task = context.AddTask(Markup.Escape(name), maxValue: 1));
                        task.Value = share;
                        if (share >= 1)
                            task.StopTask();
                    }
                }).ConfigureAwait(false);
                foreach (var task in tasks.Values)
                    task.Value = 1;
            }).ConfigureAwait(false);
        return result;
    }
}
