using SmpInsights.Statistics.Survival;

namespace SmpInsights.Statistics.Tests.Survival;

public class KaplanMeierTests
{
    [Fact]
    public void Without_events_the_curve_stays_at_one()
    {
        SurvivalCurve curve = KaplanMeier.Fit([2, 3], [false, false]);
        Assert.Equal(new SurvivalPoint(1, 0, null, null, 0), curve.At(5));
        Assert.Equal(new RestrictedMean(5, 0), curve.RestrictedMean(5));
    }

    [Fact]
    public void Everyone_at_once_at_time_zero()
    {
        SurvivalCurve curve = KaplanMeier.Fit([0, 0], [true, true]);
        Assert.Equal(new SurvivalPoint(0, null, null, null, 2), curve.At(0));
        Assert.Equal(new RestrictedMean(0, 0), curve.RestrictedMean(4));
        Assert.Equal(0, curve.Median.Value);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => KaplanMeier.Fit([], []));
        Assert.Throws<ArgumentException>(() => KaplanMeier.Fit([1, -1], [true, true]));
        Assert.Throws<ArgumentException>(() => KaplanMeier.Fit([1, double.NaN], [true, true]));
        Assert.Throws<ArgumentException>(() => KaplanMeier.Fit([1, 2], [true]));
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeier.Fit([1], [true], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeier.Fit([1], [true]).At(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeier.Fit([1], [true]).RestrictedMean(double.PositiveInfinity));
    }

    [Fact]
    public void The_curve_falls_within_zero_and_one_and_its_limits_enclose_it() => Properties.Hold<Tuple<byte, bool>[]>(subjects =>
    {
        if (subjects.Length == 0)
            return true;
        SurvivalCurve curve = Fit(subjects);
        double before = 1;
        for (int i = 0; i < curve.Times.Length; i++)
        {
            double s = curve.Survival[i];
            bool open = s is > 0 and < 1;
            if (!(s >= 0 && s <= before) || (s == 0) == curve.StandardError[i].HasValue || open != curve.Lower[i].HasValue || open != curve.Upper[i].HasValue)
                return false;
            if (open && !(curve.Lower[i] >= 0 && curve.Lower[i] <= s && s <= curve.Upper[i] && curve.Upper[i] <= 1))
                return false;
            before = s;
        }
        RestrictedMean mean = curve.RestrictedMean(7.5);
        return mean.Value is >= 0 and <= 7.5 && double.IsFinite(mean.StandardError)
            && curve.AtRisk[0] == subjects.Length && curve.EventsAt.Sum() + curve.CensoredAt.Sum() == subjects.Length;
    });

    [Fact]
    public void The_order_of_the_subjects_does_not_matter() => Properties.Hold<Tuple<byte, bool>[]>(subjects =>
        subjects.Length == 0 || Fit(subjects).Survival.SequenceEqual(Fit(subjects.Reverse().ToArray()).Survival));

    [Fact]
    public void Another_unit_of_time_scales_times_and_nothing_else() => Properties.Hold<Tuple<byte, bool>[]>(subjects =>
    {
        if (subjects.Length == 0)
            return true;
        SurvivalCurve curve = Fit(subjects);
        SurvivalCurve scaled = KaplanMeier.Fit(subjects.Select(s => s.Item1 % 20 * 8.0).ToArray(), subjects.Select(s => s.Item2).ToArray());
        return scaled.Survival.SequenceEqual(curve.Survival) && scaled.Lower.SequenceEqual(curve.Lower)
            && scaled.Median.Value == curve.Median.Value * 8 && scaled.RestrictedMean(40).Value == curve.RestrictedMean(5).Value * 8;
    });

    // The sum of d/n, which the curve mirrors, falls when a subject is added to the n.
    [Fact]
    public void One_more_censored_subject_never_lowers_the_curve() => Properties.Hold<Tuple<byte, bool>[], byte>((subjects, time) =>
    {
        if (subjects.Length == 0)
            return true;
        SurvivalCurve before = Fit(subjects);
        SurvivalCurve after = Fit([.. subjects, Tuple.Create(time, false)]);
        return before.Times.All(t => after.At(t).Survival >= before.At(t).Survival - 1e-15);
    });

    // Without censoring the curve is the share of subjects still without event.
    [Fact]
    public void Without_censoring_the_curve_is_a_proportion() => Properties.Hold<byte[]>(times =>
    {
        if (times.Length == 0)
            return true;
        SurvivalCurve curve = KaplanMeier.Fit(times.Select(t => (double)t).ToArray(), times.Select(_ => true).ToArray());
        return curve.Times.All(t => Math.Abs(curve.At(t).Survival - (double)times.Count(x => x > t) / times.Length) < 1e-13);
    });

    private static SurvivalCurve Fit(Tuple<byte, bool>[] subjects) =>
        KaplanMeier.Fit(subjects.Select(s => (double)(s.Item1 % 20)).ToArray(), subjects.Select(s => s.Item2).ToArray());
}
