using SmpInsights.Statistics.Tests.Survival;

namespace SmpInsights.Statistics.Tests.Published;

/// <summary>Days from insult to death from vaginal cancer of rats under two pretreatments: Pike 1966, Biometrics 22:142; Kalbfleisch and Prentice 2002, table 1.1.</summary>
internal static class VaginalCancer
{
    public static SurvivalSamples Sample { get; } = new(
        [
            143, 164, 188, 188, 190, 192, 206, 209, 213, 216, 220, 227, 230, 234, 246, 265, 304, 216, 244,
            142, 156, 163, 198, 205, 232, 232, 233, 233, 233, 233, 239, 240, 261, 280, 280, 296, 296, 323, 204, 344,
        ],
        SurvivalSamples.Marks("1111111111111111100" + "111111111111111111100"),
        SurvivalSamples.Column([.. Enumerable.Range(0, 40).Select(i => i < 19 ? 0.0 : 1)]),
        []);
}
