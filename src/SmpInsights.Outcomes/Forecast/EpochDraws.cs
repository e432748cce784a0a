using SmpInsights.Outcomes.TouchUps;
using SmpInsights.Statistics.Simulation;
using SmpInsights.Statistics.Survival;

namespace SmpInsights.Outcomes.Forecast;

/// <summary>
/// Simulated futures of open epochs. Each draw takes parameters from their distribution about the estimates, then an age at the next touch-up for every epoch and, where that comes within the
/// last horizon, whether something else ended the epoch first: an exact Bernoulli draw of each epoch's chance, one outcome serving all horizons.
/// </summary>
public sealed class EpochDraws
{
    private readonly FailureTimeDraws _touchUp;
    private readonly FailureTimeDraws? _other;
    private readonly double[][] _patterns;
    private readonly int[] _pattern;
    private readonly double[] _age;
    private readonly double[] _logAge;
    private readonly double[] _logLast;
    private readonly double[] _horizons;

    /// <param name="model">How epochs end.</param>
    /// <param name="open">The epochs, in an order that stays the same.</param>
    /// <param name="horizons">Years from the as-of date, ascending.</param>
    public EpochDraws(EpochModel model, IReadOnlyList<Spell> open, double[] horizons)
    {
        _touchUp = new FailureTimeDraws(model.TouchUp);
        _other = model.Other is null ? null : new FailureTimeDraws(model.Other);
        var patterns = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<double[]>();
        _pattern = new int[open.Count];
        foreach (var (i, spell) in open.Index())
        {
            var row = model.Design.Row(spell.Course);
            var key = string.Concat(row.Select(v => v > 0 ? '1' : '0'));
            if (!patterns.TryGetValue(key, out _pattern[i]))
            {
                patterns.Add(key, _pattern[i] = rows.Count);
                rows.Add(row);
            }
        }

        _patterns = [.. rows];
        _age = [.. open.Select(s => s.Years)];
        _logAge = Array.ConvertAll(_age, Math.Log);
        _logLast = Array.ConvertAll(_age, a => Math.Log(a + horizons[^1]));
        _horizons = horizons;
    }

    /// <summary>Adds one draw's touch-ups within each horizon.</summary>
    /// <param name="random">Where the draw comes from.</param>
    /// <param name="touchUps">One count a horizon, added to.</param>
    public void Add(ref SplitMix random, Span<int> touchUps)
    {
        var drawn = _touchUp.Draw(ref random);
        var curves = Array.ConvertAll(_patterns, p => drawn.Curve(p));
        var other = _other?.Draw(ref random).Curve([]);
        for (var i = 0; i < _age.Length; i++)
        {
            var curve = curves[_pattern[i]];
            var gathered = curve.CumulativeHazardAtLog(_logAge[i]);
            var wait = random.Exponential();
            if (curve.CumulativeHazardAtLog(_logLast[i]) - gathered < wait)
                continue;
            var at = curve.TimeAt(gathered + wait);
            if (other is { } rest && rest.CumulativeHazard(at) - rest.CumulativeHazardAtLog(_logAge[i]) > random.Exponential())
                continue;
            for (var h = _horizons.Length - 1; h >= 0 && at <= _age[i] + _horizons[h]; h--)
                touchUps[h]++;
        }
    }
}
