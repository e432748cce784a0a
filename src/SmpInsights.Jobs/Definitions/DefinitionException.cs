namespace SmpInsights.Jobs.Definitions;

/// <summary>A definition that can't be used; the message names file, line and field.</summary>
public sealed class DefinitionException : Exception
{
    public DefinitionException(string message)
        : base(message)
    {
    }

    public DefinitionException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public DefinitionException()
    {
    }
}
