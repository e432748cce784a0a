using SmpInsights.Statistics.Survival;

namespace SmpInsights.Statistics.Tests.Survival;

public class CumulativeIncidenceTests
{
    private static readonly double[] Times = [1, 2, 2, 3, 4, 4, 5, 6];
    private static readonly int[] Causes = [1, 2, 1, 0, 1, 2, 0, 1];

    // Errors: R, survfit(Surv(time, factor(cause, 0:2)) ~ 1)
    [Fact]
    public void Eight_subjects_by_hand()
    {
        IncidenceCurves curves = CumulativeIncidence.Fit(Times, Causes, 2);
        Assert.Equal([1, 2, 3, 4, 5, 6], curves.Times);
        (double Time, double First, double FirstError, double Second, double SecondError)[] expected =
        [
            (1, 1.0 / 8, Math.Sqrt(7.0 / 512), 0, 0),
            (2.5, 1.0 / 4, 0.153093108923949, 1.0 / 8, 0.116926793336686),
            (3, 1.0 / 4, 0.153093108923949, 1.0 / 8, 0.116926793336686),
            (4, 13.0 / 32, 0.183884410874060, 9.0 / 32, 0.170090164508416),
            (9, 23.0 / 32, 0.170090164508416, 9.0 / 32, 0.170090164508416),
        ];
        foreach (var row in expected)
        {
            Near.Equal(row.First, curves.At(row.Time, 1).Incidence);
            Near.Equal(row.FirstError, curves.At(row.Time, 1).StandardError);
            Near.Equal(row.Second, curves.At(row.Time, 2).Incidence);
            Near.Equal(row.SecondError, curves.At(row.Time, 2).StandardError);
        }
        Assert.Equal(default, curves.At(0.5, 1));
    }

    [Fact]
    public void Certainty_has_no_error()
    {
        IncidenceCurves curves = CumulativeIncidence.Fit([1, 2, 2, 3, 4], [1, 1, 1, 0, 1], 2);
        Near.Equal(1, curves.At(4, 1).Incidence);
        Assert.Equal(0, curves.At(4, 1).StandardError);
        Assert.Equal(default, curves.At(4, 2));
    }

    [Fact]
    public void All_censored_and_an_event_at_zero()
    {
        Assert.Equal(default, CumulativeIncidence.Fit([1, 2], [0, 0], 2).At(3, 1));
        Near.Equal(0.5, CumulativeIncidence.Fit([0, 2], [2, 0], 2).At(0, 2).Incidence);
    }

    [Fact]
    public void Causes_together_are_what_Kaplan_Meier_leaves() => Properties.Hold<Tuple<byte, byte>[]>(subjects =>
    {
        if (subjects.Length == 0)
            return true;
        double[] times = [.. subjects.Select(s => s.Item1 % 15.0)];
        int[] causes = [.. subjects.Select(s => s.Item2 % 3)];
        IncidenceCurves curves = CumulativeIncidence.Fit(times, causes, 2);
        SurvivalCurve curve = KaplanMeier.Fit(times, [.. causes.Select(c => c > 0)]);
        return curve.Times.All(t => Math.Abs(curves.At(t, 1).Incidence + curves.At(t, 2).Incidence + curve.At(t).Survival - 1) < 1e-12);
    });

    // The definition of the infinitesimal jackknife, by weighting each subject a little more and a little less.
    [Fact]
    public void Errors_are_those_of_shifted_weights() => Properties.Hold<Tuple<byte, byte>[]>(subjects =>
    {
        if (subjects.Length == 0)
            return true;
        double[] times = [.. subjects.Select(s => s.Item1 % 15.0)];
        int[] causes = [.. subjects.Select(s => s.Item2 % 3)];
        IncidenceCurves curves = CumulativeIncidence.Fit([.. times.Reverse()], [.. causes.Reverse()], 2);
        return new[] { 3.0, 7.0, 20.0 }.All(at => new[] { 1, 2 }.All(cause =>
        {
            const double Shift = 1e-5;
            double sum = Enumerable.Range(0, times.Length).Sum(i => Math.Pow((Weighted(times, causes, i, Shift, at, cause) - Weighted(times, causes, i, -Shift, at, cause)) / (2 * Shift), 2));
            return Math.Abs(Math.Sqrt(sum) - curves.At(at, cause).StandardError) < 1e-7;
        }));
    });

    [Fact]
    public void Impossible_values_are_refused()
    {
        Assert.Throws<ArgumentException>(() => CumulativeIncidence.Fit([], [], 1));
        Assert.Throws<ArgumentException>(() => CumulativeIncidence.Fit([1, 2], [1], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CumulativeIncidence.Fit([1], [2], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CumulativeIncidence.Fit([1], [1], 1).At(1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => CumulativeIncidence.Fit([1], [1], 1).At(-1, 1));
    }

    private static double Weighted(double[] times, int[] causes, int heavier, double shift, double at, int cause)
    {
        double Weight(int i) => i == heavier ? 1 + shift : 1;
        double survival = 1;
        double incidence = 0;
        foreach (double time in times.Distinct().Order().Where(t => t <= at))
        {
            double Sum(Func<int, bool> of) => Enumerable.Range(0, times.Length).Where(of).Sum(Weight);
            double atRisk = Sum(i => times[i] >= time);
            incidence += survival * Sum(i => times[i] == time && causes[i] == cause) / atRisk;
            survival *= 1 - Sum(i => times[i] == time && causes[i] > 0) / atRisk;
        }
        return incidence;
    }
}
