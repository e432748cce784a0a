using SmpInsights.Outcomes.Covariates;

namespace SmpInsights.Outcomes.Comparisons;

/// <summary>How many times the reference's rate of touch-ups for fading a group has, with its 95 % interval; <paramref name="Holm"/> is its p adjusted for all groups held against the reference.</summary>
public sealed record RateRatio(double Value, double Lower, double Upper, double Holm);

/// <summary>
/// Touch-ups for fading of a group against the reference group, as they are and at equal covariates. <paramref name="Shortage"/> is what the smaller of the two lacks to be compared; ratios are null then,
/// and where not estimable.
/// </summary>
public sealed record HazardDifference(string Group, string Reference, int Clients, int ReferenceClients, Shortage? Shortage, RateRatio? Unadjusted, RateRatio? Adjusted)
{
    public Finding Finding => Pairwise.Read(Read(Unadjusted), Read(Adjusted));

    private static (double, double)? Read(RateRatio? ratio) => ratio is null ? null : (Math.Log(ratio.Value), ratio.Holm);
}
