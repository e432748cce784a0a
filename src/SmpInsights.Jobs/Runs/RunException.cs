namespace SmpInsights.Jobs.Runs;

/// <summary>A run can't be done; the message says why, for a person.</summary>
public sealed class RunException : Exception
{
    public RunException(string message)
        : base(message)
    {
    }

    public RunException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public RunException()
    {
    }
}
