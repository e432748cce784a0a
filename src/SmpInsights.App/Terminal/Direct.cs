namespace SmpInsights.App.Terminal;

/// <summary>Reports at once, on the caller's thread: <see cref="Progress{T}"/> would hand reports on and let them overtake each other.</summary>
internal sealed class Direct<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
