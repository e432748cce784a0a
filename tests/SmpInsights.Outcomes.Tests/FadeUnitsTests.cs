using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Input;

namespace SmpInsights.Outcomes.Tests;

/// <summary>Which readings count, by hand.</summary>
public sealed class FadeUnitsTests
{
    private static FadeUnits Of(ClinicRows rows) => FadeUnits.Of(TreatmentCourses.Of(rows.Data(), ClinicRows.Day("2026-06-30")));

    private static ClinicRows Completed() => new ClinicRows().Treatment("T", "2023-12-01", "2024-01-01");

    [Fact]
    public void The_first_28_days_are_left_out_and_the_29th_is_time_zero()
    {
        var units = Of(Completed().Reading("A1", "T", "2024-01-28", 20).Reading("A2", "T", "2024-01-29", 10).Reading("A3", "T", "2025-01-29", 9));
        var unit = Assert.Single(units.Units);
        Assert.Equal(2, unit.Sums.Count);
        Assert.Equal(366 / 365.25, unit.Sums.SumT, 12);
        Assert.Equal(Math.Log(10) + Math.Log(9), unit.Sums.SumY, 12);
        Assert.Equal(1, units.ReadingsWhileHealing);
    }

    [Fact]
    public void A_reading_on_the_day_of_a_touch_up_belongs_to_the_epoch_before_it()
    {
        var units = Of(Completed().TouchUp("U", "T", "2025-01-01").Reading("A1", "T", "2024-06-01", 10).Reading("A2", "T", "2025-01-01", 8).Reading("A3", "T", "2025-06-01", 11).Reading("A4", "T", "2026-01-01", 10)).Units;
        Assert.Equal([(0, 2), (1, 2)], units.Select(u => (u.Epoch, u.Sums.Count)));
        Assert.Equal((ClinicRows.Day("2025-06-01").DayNumber - ClinicRows.Day("2025-01-29").DayNumber + ClinicRows.Day("2026-01-01").DayNumber - ClinicRows.Day("2025-01-29").DayNumber) / 365.25, units[1].Sums.SumT, 12);
    }

    [Fact]
    public void The_method_with_most_readings_counts_and_a_tie_goes_to_colorimetry()
    {
        var rows = Completed().Reading("A1", "T", "2024-06-01", 50, AssessmentMethod.Photo).Reading("A2", "T", "2024-09-01", 45, AssessmentMethod.Photo).Reading("A3", "T", "2024-06-01", 10).Reading("A4", "T", "2024-09-01", 9);
        Assert.Equal(AssessmentMethod.Colorimetry, Assert.Single(Of(rows).Units).Method);
        var units = Of(rows.Reading("A5", "T", "2024-12-01", 44, AssessmentMethod.Photo));
        Assert.Equal((AssessmentMethod.Photo, 3), (Assert.Single(units.Units).Method, units.Units[0].Sums.Count));
        Assert.Equal(2, units.ReadingsByOtherMethod);
    }

    [Fact]
    public void Of_two_readings_on_one_day_the_smaller_id_counts()
    {
        var units = Of(Completed().Reading("A2", "T", "2024-06-01", 99).Reading("A1", "T", "2024-06-01", 10).Reading("A3", "T", "2024-09-01", 10));
        Assert.Equal(2 * Math.Log(10), Assert.Single(units.Units).Sums.SumY, 12);
        Assert.Equal(1, units.ReadingsOnSameDay);
    }

    [Fact]
    public void Two_readings_on_one_day_are_no_unit()
    {
        var units = Of(Completed().Reading("A1", "T", "2024-06-01", 10).Reading("A2", "T", "2024-06-01", 9));
        Assert.Empty(units.Units);
        Assert.Single(units.EpochsWithOneReading);
    }

    [Fact]
    public void Readings_after_follow_up_ended_and_of_open_treatments_do_not_count()
    {
        var units = Of(new ClinicRows().Treatment("T", "2023-12-01", "2024-01-01", ended: "2024-07-01", reason: EndReason.Moved).Treatment("O", "2024-01-01", null)
            .Reading("A1", "T", "2024-06-01", 10).Reading("A2", "T", "2024-07-01", 10).Reading("A3", "T", "2024-07-02", 10).Reading("A4", "O", "2024-07-02", 10));
        Assert.Equal(2, Assert.Single(units.Units).Sums.Count);
        Assert.Equal((1, 1), (units.ReadingsAfterFollowUp, units.ReadingsOfOpenTreatments));
    }

    [Fact]
    public void Nine_units_are_not_enough_and_ten_are()
    {
        var rows = new ClinicRows();
        void Add(int i)
        {
            var (t, c) = (string.Create(System.Globalization.CultureInfo.InvariantCulture, $"T{i:00}"), 10 + (i % 3));
            rows.Treatment(t, "2023-12-01", "2024-01-01").Reading(t + "a", t, "2024-03-01", c).Reading(t + "b", t, "2025-03-01", c * (0.80 + (0.01 * (i % 4)))).Reading(t + "c", t, "2026-03-01", c * (0.66 + (0.01 * (i % 5))));
        }

        for (var i = 0; i < 9; i++)
            Add(i);
        Assert.Null(FadeEstimate.Of(Of(rows).Units.ToList()));
        Add(9);
        var estimate = FadeEstimate.Of(Of(rows).Units.ToList());
        Assert.NotNull(estimate);
        Assert.InRange(estimate.FadePerYear, 0.15, 0.22);
        Assert.True(estimate.FadePerYearLower < estimate.FadePerYear && estimate.FadePerYear < estimate.FadePerYearUpper);
        Assert.Equal(Math.Log(0.6) / estimate.Slope, estimate.YearsToThreshold!.Value, 12);
    }

    [Fact]
    public void Contrast_that_rises_has_no_half_life()
    {
        var rows = new ClinicRows();
        for (var i = 0; i < 12; i++)
        {
            var t = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"T{i:00}");
            rows.Treatment(t, "2023-12-01", "2024-01-01").Reading(t + "a", t, "2024-03-01", 10 + (i % 3)).Reading(t + "b", t, "2025-03-01", 12 + (i % 4)).Reading(t + "c", t, "2026-03-01", 14 + (i % 5));
        }

        var estimate = FadeEstimate.Of(Of(rows).Units.ToList())!;
        Assert.True(estimate.FadePerYear < 0);
        Assert.Null(estimate.HalfLifeYears);
        Assert.Null(estimate.YearsToThreshold);
    }
}
