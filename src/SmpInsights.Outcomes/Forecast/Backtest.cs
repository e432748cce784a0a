using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Input;
using SmpInsights.Statistics.Simulation;

namespace SmpInsights.Outcomes.Forecast;

/// <summary>
/// Forecasts as they would have been made on past days, from what was known then, beside what came of them. A horizon is judged where the clinic's rows go on to its last day at least.
/// <paramref name="Waiting"/> counts horizons not over yet, <paramref name="WithoutForecast"/> forecasts that could not be made for want of touch-ups, a clinic and day each.
/// </summary>
public sealed record Backtest(IReadOnlyList<DateOnly> Days, IReadOnlyList<JudgedForecast> Judged, IReadOnlyList<BacktestHorizon> Horizons, int Waiting, int WithoutForecast)
{
    /// <param name="data">Rows of one or more clinics, those after the days too.</param>
    /// <param name="days">As-of dates of the forecasts.</param>
    /// <param name="known">The last day up to which rows count at all, such as today.</param>
    /// <param name="draws">How forecasts are simulated; as usual where null.</param>
    /// <param name="progress">Told after each day: the share done, from 0 to 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">A day lies after the last known one.</exception>
    public static Backtest Of(ClinicData data, IReadOnlyList<DateOnly> days, DateOnly known, ForecastDraws? draws = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        if (days.Any(d => d > known))
            throw new ArgumentException("A forecast can't be judged before its own day.", nameof(days));
        var used = draws ?? ForecastDraws.Usual;
        var truth = TreatmentCourses.Of(data, known);
        var last = LastDays(truth.Data);
        var places = truth.Data.Treatments.Id.Index().ToDictionary(t => t.Item, t => t.Index, StringComparer.Ordinal);
        var judged = new List<JudgedForecast>();
        var (waiting, without) = (0, 0);
        foreach (var (done, day) in days.Index())
        {
            cancellation.ThrowIfCancellationRequested();
            var forecast = TouchUpForecast.Of(TreatmentCourses.Of(data, day), used, cancellation);
            foreach (var (c, clinic) in forecast.Clinics.Index())
            {
                without += clinic.Horizons.Count == 0 ? 1 : 0;
                foreach (var horizon in clinic.Horizons)
                {
                    if (horizon.Until > last[c])
                    {
                        waiting++;
                        continue;
                    }

                    var actual = clinic.AtRisk.Count(open => CameBy(truth, places[forecast.Courses.Data.Treatments.Id[open.Course.Treatment]], open.Course.TouchUps.Length, horizon.Until));
                    var coin = SplitMix.Of(used.Seed, day.DayNumber, horizon.Months).Named(clinic.Clinic);
                    judged.Add(new JudgedForecast(clinic.Clinic, day, horizon, actual, horizon.Count.Transform(actual, coin.Uniform())));
                }
            }

            progress?.Report((done + 1.0) / days.Count);
        }

        return new Backtest(days, judged, [.. ForecastHorizon.AllMonths.Select(m => BacktestHorizon.Of(m, [.. judged.Where(j => j.Horizon.Months == m)]))], waiting, without);
    }

    /// <summary>Whether an epoch ended by a day with a touch-up for fading.</summary>
    private static bool CameBy(TreatmentCourses truth, int treatment, int epoch, DateOnly until) =>
        truth.OfTreatment(treatment) is { } course && course.TouchUps.Length > epoch
        && truth.Data.TouchUps.PerformedOn[course.TouchUps[epoch]] is var on && on <= until && !(course.FollowUpEndedOn < on)
        && truth.Data.TouchUps.Reason[course.TouchUps[epoch]] is TouchUpReason.Fade or TouchUpReason.ColourShift;

    /// <summary>The last day on which each clinic has a session, touch-up, reading, survey, check, adverse event or payment.</summary>
    private static DateOnly[] LastDays(ClinicData data)
    {
        var last = new DateOnly[data.Clinics.Count];
        void See(int clinic, DateOnly day) => last[clinic] = day > last[clinic] ? day : last[clinic];
        void SeeAll(int[] treatments, DateOnly[] days)
        {
            foreach (var (i, treatment) in treatments.Index())
                See(data.Clients.Clinic[data.Treatments.Client[treatment]], days[i]);
        }

        SeeAll(data.Sessions.Treatment, data.Sessions.PerformedOn);
        SeeAll(data.TouchUps.Treatment, data.TouchUps.PerformedOn);
        SeeAll(data.Assessments.Treatment, data.Assessments.AssessedOn);
        SeeAll(data.Surveys.Treatment, data.Surveys.SentOn);
        SeeAll(data.AftercareChecks.Treatment, data.AftercareChecks.CheckedOn);
        SeeAll(data.AdverseEvents.Treatment, data.AdverseEvents.OccurredOn);
        foreach (var (i, clinic) in data.Payments.Clinic.Index())
            See(clinic, data.Payments.PaidOn[i]);
        return last;
    }
}
