namespace SmpInsights.App;

/// <summary>The command can't be done, and why; ends with <see cref="ExitCode.Failed"/>.</summary>
internal sealed class FailureException(string message) : Exception(message);
