using SmpInsights.Outcomes.Covariates;

namespace SmpInsights.Outcomes.Comparisons;

/// <summary>
/// Fade of group <paramref name="A"/> against <paramref name="B"/>, as they are and at equal covariates. <paramref name="Shortage"/> is what the smaller group lacks to be compared; points are null then,
/// and where the model is not estimable.
/// </summary>
public sealed record FadeDifference(string A, string B, int ClientsA, int ClientsB, Shortage? Shortage, FadePoints? Unadjusted, FadePoints? Adjusted)
{
    public Finding Finding => Pairwise.Read(Read(Unadjusted), Read(Adjusted));

    /// <summary>The same pair with the group first that fades faster (at equal covariates where that is known), so that its points are above 0.</summary>
    public FadeDifference FasterFirst => (Adjusted ?? Unadjusted) is { Value: < 0 } ? new(B, A, ClientsB, ClientsA, Shortage, Unadjusted?.Reversed, Adjusted?.Reversed) : this;

    private static (double, double)? Read(FadePoints? points) => points is null ? null : (points.Value, points.Holm);
}
