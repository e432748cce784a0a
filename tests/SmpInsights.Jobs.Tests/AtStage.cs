using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Tests;

/// <summary>Does something on the run's own thread when a stage begins, and remembers the stages.</summary>
public sealed class AtStage(string stage, Action act) : IProgress<RunProgress>
{
    private readonly List<string> _seen = [];

    public IReadOnlyList<string> Seen => _seen;

    public void Report(RunProgress value)
    {
        _seen.Add(value.Stage);
        if (string.Equals(value.Stage, stage, StringComparison.Ordinal))
            act();
    }
}
