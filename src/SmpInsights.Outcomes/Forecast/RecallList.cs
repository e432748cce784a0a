using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.TouchUps;

namespace SmpInsights.Outcomes.Forecast;

/// <summary>Whom to call: open epochs by the chance of a touch-up for fading in the next six months, highest first, ties by client and treatment id. Clients appear by id only.</summary>
public static class RecallList
{
    /// <summary>Years ahead beyond which no day is predicted.</summary>
    public const int FurthestYears = 20;

    /// <summary>Clinics without a forecast have no row; with several clinics their clients stand in one list.</summary>
    public static IReadOnlyList<RecallRow> Of(TouchUpForecast forecast)
    {
        var (courses, data) = (forecast.Courses, forecast.Courses.Data);
        var last = TouchUpTimes.LastContacts(data);
        var horizons = ForecastHorizon.AllMonths.Select(m => OutcomeTime.Years(courses.AsOf, courses.AsOf.AddMonths(m))).ToArray();
        return [.. forecast.Clinics.SelectMany(c => c.AtRisk.Select(open =>
        {
            var (course, model) = (open.Course, c.ModelOf(open));
            double[] chances = [.. horizons.Select(h => model.Chance(course, open.Years, open.Years + h))];

            // Each is an integral of its own: where it is next to nothing, its error must not make the longer wait the safer one.
            for (var h = 1; h < chances.Length; h++)
            {
                chances[h] = Math.Max(chances[h - 1], chances[h]);
            }

            var practitioner = course.TouchUps.Length > 0 ? data.TouchUps.Practitioner[course.TouchUps[^1]] : course.Practitioner;
            return new RecallRow(
                c.Clinic,
                data.Clients.Id[course.Client],
                data.Treatments.Id[course.Treatment],
                data.Techniques.Id[course.Technique],
                practitioner == ClinicData.None ? string.Empty : data.Practitioners.Id[practitioner],
                course.TouchUps.Length,
                course.CompletedOn,
                DateOnly.FromDayNumber(Math.Max(last[course.Treatment], open.StartedOn.DayNumber)),
                chances[0],
                chances[1],
                chances[2],
                Day(open, model.MedianAge(course, open.Years), courses.AsOf));
        })).OrderByDescending(r => r.ChanceIn6Months).ThenBy(r => r.Client, StringComparer.Ordinal).ThenBy(r => r.Treatment, StringComparer.Ordinal)];
    }

    private static DateOnly? Day(Spell open, double age, DateOnly asOf)
    {
        var days = Math.Ceiling(age * OutcomeTime.DaysPerYear);
        var furthest = Math.Min(asOf.DayNumber + (FurthestYears * OutcomeTime.DaysPerYear), DateOnly.MaxValue.DayNumber);
        return days <= furthest - open.StartedOn.DayNumber ? open.StartedOn.AddDays((int)days) : null;
    }
}
