namespace SmpInsights.Statistics.Survival;

/// <summary>
/// The Aalen-Johansen estimator of the probability that each of several competing causes has ended a subject's time (O. O. Aalen and S. Johansen 1978,
/// Scand J Stat 5, 141-150), with the standard error of the infinitesimal jackknife: the root of the sum, over subjects, of the squared derivatives of the
/// estimate by the subject's weight (L. A. Jaeckel 1972, Bell Laboratories memorandum; T. M. Therneau, R's survival 3, <c>survfit</c> of a multi-state <c>Surv</c>).
/// </summary>
public static class CumulativeIncidence
{
    /// <summary>
    /// Fits the curves in O(n log n + times × causes). All who are at risk share one derivative; that of a subject who has left at s with derivative
    /// u of the survival S moves on in proportion to the incidence F of a cause: v(t) = v(s) + u (F(t) − F(s)) / S(s). Three sums over those who left are then enough.
    /// </summary>
    /// <param name="times">Time under observation of each subject, in any order and unit, 0 or more.</param>
    /// <param name="cause">What ended each time: 1 to <paramref name="causes"/>, or 0 for a censoring. At one time censorings come last.</param>
    /// <param name="causes">Number of causes, at least 1; one that never occurs has an incidence of 0.</param>
    /// <exception cref="ArgumentException">There is no subject, the lengths differ, or a time is negative, not finite or beyond 1e100.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A cause is outside its range.</exception>
    public static IncidenceCurves Fit(ReadOnlySpan<double> times, ReadOnlySpan<int> cause, int causes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(causes, 1);
        if (times.IsEmpty)
            throw new ArgumentException("A curve needs at least one subject.", nameof(times));
        FollowUp.Require(times, new bool[cause.Length]);
        foreach (int c in cause)
        {
            if (c < 0 || c > causes)
                throw new ArgumentOutOfRangeException(nameof(cause), c, "Must be 0 or one of the causes.");
        }

        double[] sorted = times.ToArray();
        int[] ended = cause.ToArray();
        Array.Sort(sorted, ended);
        var influence = new Influence(causes);
        var distinct = new List<double>();
        var incidence = new List<double[]>();
        var errors = new List<double[]>();
        var failed = new int[causes + 1];
        for (int i = 0, next = 0; i < sorted.Length; i = next)
        {
            Array.Clear(failed);
            for (next = i; next < sorted.Length && sorted[next] == sorted[i]; next++)
                failed[ended[next]]++;
            influence.Pass(sorted.Length - i, failed);
            distinct.Add(sorted[i]);
            incidence.Add([.. influence.Incidence]);
            errors.Add([.. Enumerable.Range(0, causes).Select(k => influence.StandardError(k, sorted.Length - next))]);
        }
        return new IncidenceCurves { Subjects = sorted.Length, Times = [.. distinct], Incidence = [.. incidence], StandardError = [.. errors] };
    }

    /// <summary>The estimate and the derivatives by the subjects' weights, carried forward in time.</summary>
    private sealed class Influence(int causes)
    {
        private const double Rounding = 1e-14;

        private readonly double[] shared = new double[causes];
        private readonly double[] squares = new double[causes];
        private readonly double[] products = new double[causes];
        private double slopes;
        private double sharedSurvival;
        private double survival = 1;

        public double[] Incidence { get; } = new double[causes];

        /// <summary>One time: <paramref name="left"/> counts those who leave by cause, censored ones at 0.</summary>
        public void Pass(double atRisk, int[] left)
        {
            double failed = 0;
            for (int k = 0; k < causes; k++)
                failed += left[k + 1];
            double stay = (atRisk - failed) / atRisk;
            double before = sharedSurvival;

            // What one subject's own failure adds to the derivatives, beside what it shares with all at risk.
            double own = survival / atRisk;
            for (int k = 0; k < causes; k++)
            {
                double hazard = left[k + 1] / atRisk;
                shared[k] += hazard * (before - own);
                Incidence[k] += survival * hazard;
            }
            sharedSurvival = before * stay + own * (failed / atRisk);
            survival *= stay;
            for (int reason = 0; reason <= causes; reason++)
            {
                if (left[reason] > 0)
                    Leave(left[reason], sharedSurvival - (reason > 0 ? own : 0), reason - 1, own);
            }
        }

        public double StandardError(int k, int atRisk)
        {
            double own = atRisk * shared[k] * shared[k] + squares[k] + Incidence[k] * Incidence[k] * slopes;
            double variance = own + 2 * Incidence[k] * products[k];
            return variance > own * Rounding ? Math.Sqrt(variance) : 0;
        }

        private void Leave(int subjects, double derivative, int failedOf, double own)
        {
            double slope = survival > 0 ? derivative / survival : 0;
            slopes += subjects * slope * slope;
            for (int k = 0; k < causes; k++)
            {
                double start = shared[k] + (k == failedOf ? own : 0) - slope * Incidence[k];
                squares[k] += subjects * start * start;
                products[k] += subjects * start * slope;
            }
        }
    }
}
