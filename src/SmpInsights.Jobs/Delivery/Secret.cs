namespace SmpInsights.Jobs.Delivery;

/// <summary>A password or key. It does not print itself, so that no log, record or error does by accident.</summary>
public sealed class Secret(string value)
{
    public string Reveal() => value;

    public override string ToString() => "(secret)";
}
