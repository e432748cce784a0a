namespace SmpInsights.Statistics.Survival;

/// <summary>
/// Parametric regression of right-censored log times by maximum likelihood where a share of the subjects, the same whatever their covariates, never fails: the survival is π + (1 − π)·S₀(t)
/// (J. W. Boag 1949, J R Stat Soc B 11, 15-53; V. T. Farewell 1982, Biometrics 38, 1041-1046; R. A. Maller and X. Zhou, "Survival Analysis with Long-Term Survivors", 1996, chapter 5).
/// </summary>
/// <remarks>
/// π can be told from long times only where many subjects were followed well beyond the last events. The search begins twice, since the likelihood can have more than one maximum: from those
/// followed no longer than the last event, and from the fit of <see cref="AcceleratedFailureTime"/>.
/// </remarks>
public static class CuredFailureTime
{
    /// <summary>Where the share cured begins beside the fit without one.</summary>
    private const double Few = 0.02;

    /// <summary>Fits in O(n p²) an iteration. The order of the subjects does not matter.</summary>
    /// <param name="distribution">Distribution of the error of those not cured.</param>
    /// <param name="times">Time under observation of each subject, in any unit, above 0.</param>
    /// <param name="events">Whether each subject's time ended in the event.</param>
    /// <param name="covariates">A row for each subject, a column for each covariate of the location; without the intercept's.</param>
    /// <returns>
    /// A coefficient that other columns explain is null. The fit is null where <see cref="AcceleratedFailureTime.Fit"/> has none or does not estimate what columns do not explain, and where the share
    /// cured is not estimable: the likelihood is highest without it, at a scale of 0, or is too flat to have a maximum.
    /// </returns>
    /// <exception cref="ArgumentException">As of <see cref="AcceleratedFailureTime.Fit"/>.</exception>
    public static FailureTimeFit? Fit(FailureTimeDistribution distribution, ReadOnlySpan<double> times, ReadOnlySpan<bool> events, double[,] covariates)
    {
        if (AcceleratedFailureTime.Fit(distribution, times, events, covariates) is not { Intercept: not null } plain)
            return null;
        int[] kept = [.. Enumerable.Range(0, plain.Coefficients.Length).Where(j => plain.Coefficients[j] is not null)];
        double[,] own = kept.Length < plain.Coefficients.Length ? Columns(covariates, kept) : covariates;
        if (own != covariates)
        {
            // What can be left out without loss was explained by other columns; other columns divide the events from subjects that have none.
            double before = plain.LogLikelihood;
            plain = AcceleratedFailureTime.Fit(distribution, times, events, own)!;
            if (plain is not { Intercept: not null } || plain.Coefficients.Contains(null) || !(plain.LogLikelihood >= before - 1e-6))
                return null;
        }
        var search = new CuredSearch(distribution, times, events, own);
        FailureTimeFit? best = null;
        foreach (var (start, share) in Starts(distribution, times, events, own, plain))
        {
            if (search.From(start, share) is { } fit && fit.LogLikelihood > Math.Max(plain.LogLikelihood, best?.LogLikelihood ?? double.NegativeInfinity))
                best = fit;
        }
        return best is null || own == covariates ? best : Widened(best, kept, covariates.GetLength(1));
    }

    private static List<(FailureTimeFit Uncured, double Cured)> Starts(FailureTimeDistribution distribution, ReadOnlySpan<double> times, ReadOnlySpan<bool> events, double[,] covariates, FailureTimeFit plain)
    {
        double last = 0;
        for (int i = 0; i < times.Length; i++)
            last = events[i] ? Math.Max(last, times[i]) : last;
        List<int> rows = [];
        for (int i = 0; i < times.Length; i++)
        {
            if (events[i] || times[i] <= last)
                rows.Add(i);
        }
        var starts = new List<(FailureTimeFit, double)> { (plain, Few) };
        double survivors = KaplanMeier.Fit(times, events).At(last).Survival;
        if (!(survivors is > 0 and < 1) || rows.Count == times.Length)
            return starts;
        var fewer = new double[rows.Count, covariates.GetLength(1)];
        var (shorter, marks) = (new double[rows.Count], new bool[rows.Count]);
        for (int i = 0; i < rows.Count; i++)
        {
            (shorter[i], marks[i]) = (times[rows[i]], events[rows[i]]);
            for (int j = 0; j < fewer.GetLength(1); j++)
                fewer[i, j] = covariates[rows[i], j];
        }
        if (AcceleratedFailureTime.Fit(distribution, shorter, marks, fewer) is { Intercept: not null } soon)
            starts.Add((soon, survivors));
        return starts;
    }

    private static double[,] Columns(double[,] covariates, int[] kept)
    {
        var columns = new double[covariates.GetLength(0), kept.Length];
        for (int i = 0; i < columns.GetLength(0); i++)
        {
            for (int j = 0; j < kept.Length; j++)
                columns[i, j] = covariates[i, kept[j]];
        }
        return columns;
    }

    private static FailureTimeFit Widened(FailureTimeFit fit, int[] kept, int columns)
    {
        int[] places = [0, .. kept.Select(j => j + 1), columns + 1, columns + 2];
        var covariance = new double[columns + 3, columns + 3];
        for (int a = 0; a < places.Length; a++)
        {
            for (int b = 0; b < places.Length; b++)
                covariance[places[a], places[b]] = fit.Covariance[a, b];
        }
        var coefficients = new double?[columns];
        for (int j = 0; j < kept.Length; j++)
            coefficients[kept[j]] = fit.Coefficients[j];
        return new FailureTimeFit
        {
            Distribution = fit.Distribution,
            Intercept = fit.Intercept,
            Coefficients = coefficients,
            Scale = fit.Scale,
            Cured = fit.Cured,
            LogLikelihood = fit.LogLikelihood,
            Covariance = covariance,
        };
    }
}
