namespace SmpInsights.Outcomes.Privacy;

/// <summary>What becomes of a cell when it leaves the house.</summary>
public enum Disclosure
{
    /// <summary>Printed as it is.</summary>
    Shown,

    /// <summary>Hidden: it rests on too few clients.</summary>
    Small,

    /// <summary>Hidden only because subtraction would otherwise give another cell away.</summary>
    Withheld,
}
