using SmpInsights.Statistics.MixedModels;

namespace SmpInsights.Outcomes.Fade;

/// <summary>
/// Whether a model of fade may be believed. <paramref name="Curvature"/> is the test of t²: a small p says that fading is not a straight line on the log scale; null where it cannot be estimated.
/// <paramref name="Beyond"/> of <paramref name="Readings"/> lie further than <see cref="Sigmas"/> residual standard deviations from their own client's predicted line; of normal errors fewer than 0.27 % would.
/// </summary>
public sealed record FadeTrust(CurvatureResult? Curvature, int Readings, int Beyond)
{
    public const double Sigmas = 3;

    public double BeyondShare => (double)Beyond / Readings;

    public static FadeTrust Of(FadeModel model)
    {
        var units = model.Units;
        UnitSums[] sums = [.. units.Select(u => u.Sums)];
        var beyond = 0;
        foreach (var (unit, line) in units.Zip(RandomSlopePredictions.Of(model.Result, sums, model.Pattern, model.Patterns)))
            beyond += unit.Years.Zip(unit.LogContrast).Count(r => Math.Abs(r.Second - line.OwnIntercept - (line.OwnSlope * r.First)) > Sigmas * model.Result.SdResidual);
        return new FadeTrust(CurvatureTest.Of(model.Result, sums, [.. units.Select(u => CurvatureSums.Of(u.Years, u.LogContrast))], model.Pattern, model.Patterns), model.Result.Readings, beyond);
    }
}
