namespace SmpInsights.Jobs.Delivery;

/// <summary>A delivery did not get through; the message says why, for a person.</summary>
public sealed class DeliveryException : Exception
{
    public DeliveryException(string message, bool forGood = false)
        : base(message) => ForGood = forGood;

    public DeliveryException(string message, Exception inner, bool forGood = false)
        : base(message, inner) => ForGood = forGood;

    public DeliveryException()
    {
    }

    public DeliveryException(string message)
        : base(message)
    {
    }

    public DeliveryException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Whether trying again by itself can't help: the recipient is refused, not busy.</summary>
    public bool ForGood { get; }
}
