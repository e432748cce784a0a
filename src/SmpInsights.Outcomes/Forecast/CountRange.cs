namespace SmpInsights.Outcomes.Forecast;

/// <summary>Counts from one to another, both included.</summary>
public readonly record struct CountRange(int Lower, int Upper)
{
    public bool Holds(int count) => count >= Lower && count <= Upper;
}
