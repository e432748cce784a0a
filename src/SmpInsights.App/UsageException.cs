namespace SmpInsights.App;

/// <summary>The command line asks for something it can't mean; ends with <see cref="ExitCode.WrongUsage"/>.</summary>
internal sealed class UsageException(string message) : Exception(message);
