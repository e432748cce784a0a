using SmpInsights.Outcomes.Covariates;

namespace SmpInsights.Outcomes.Comparisons;

/// <summary>
/// Fade of group <paramref name="A"/> against <paramref name="B"/>, as they are and at equal covariates. <paramref name="Shortage"/> is what the smaller group lacks to be compared; points are null then,
/// and where the model is not estimable.
/// </summary>
public sealed record FadeDifference(string A, string B, int ClientsA, int ClientsB, Shortage? Shortage, FadePoints? Unadjusted, FadePoints? Adjusted)
{
    public Finding Finding => Pairwise.Read(Read(Unadjusted), Read(Adjusted));

    private static (double, double)? Read(FadePoints? points) => points is null ? null : (points.Value, points.Holm);
}
