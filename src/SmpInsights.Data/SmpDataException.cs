namespace SmpInsights.Data;

/// <summary>The database or an import folder cannot be used; the message is for the person and says what to do about it.</summary>
public sealed class SmpDataException : Exception
{
    public SmpDataException()
    {
    }

    public SmpDataException(string message)
        : base(message)
    {
    }

    public SmpDataException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
