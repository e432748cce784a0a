namespace SmpInsights.Jobs.Settings;

/// <summary>A file that a person wrote can't be used; the message names file, line and field of what is wrong first.</summary>
public sealed class SettingException : Exception
{
    public SettingException(IReadOnlyList<SettingProblem> problems)
        : base(problems[0].Sentence + (problems.Count == 1 ? string.Empty : $" See all {problems.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)} with: smp report check {problems[0].File}")) =>
        Problems = problems;

    public SettingException(string message)
        : base(message)
    {
    }

    public SettingException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public SettingException()
    {
    }

    /// <summary>Everything that is wrong, in the order of the file, what is missing last.</summary>
    public IReadOnlyList<SettingProblem> Problems { get; } = [];
}
