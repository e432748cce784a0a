using System.Globalization;

namespace SmpInsights.Outcomes.Covariates;

/// <summary>Of what a group has too few.</summary>
public enum Lacking
{
    /// <summary>Treatments, epochs with readings or answers.</summary>
    Units,

    /// <summary>Events among them.</summary>
    Events,
}

/// <summary>What a group lacks to be compared: it has <paramref name="Have"/> of the <paramref name="Needed"/>.</summary>
public readonly record struct Shortage(Lacking What, int Have, int Needed)
{
    /// <summary>What is printed in the number's place.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"not enough data yet: {Have} of {Needed}");
}
