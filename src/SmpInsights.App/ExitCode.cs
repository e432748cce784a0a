namespace SmpInsights.App;

/// <summary>What a script learns from <c>smp</c>.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;
    public const int DoneWithRejects = 3;
}
