using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Input;

namespace SmpInsights.Outcomes.Tests;

public sealed class ReadingCoverageTests
{
    private static (ReadingCoverage All, IReadOnlyDictionary<string, ReadingCoverage> ByGroup) Cover(ClinicRows rows, string asOf = "2024-12-31", Covariate? grouping = null)
    {
        var courses = TreatmentCourses.Of(rows.Data(), ClinicRows.Day(asOf));
        var units = FadeUnits.Of(courses);
        return (ReadingCoverage.Of(courses, units), ReadingCoverage.ByGroup(courses, units, grouping));
    }

    /// <summary>Completed on 2024-01-01, healed on the 29th.</summary>
    private static ClinicRows Completed(string id = "T", string practitioner = "P", string? ended = null) => new ClinicRows().Treatment(id, "2023-12-01", "2024-01-01", practitioner: practitioner, ended: ended, reason: ended is null ? null : EndReason.Moved);

    [Fact]
    public void Four_treatments_by_hand()
    {
        var rows = Completed("T1", "a").Reading("A1", "T1", "2024-01-28", 10).Reading("A2", "T1", "2024-01-29", 10).Reading("A3", "T1", "2024-05-01", 9).Reading("A4", "T1", "2024-08-01", 8)
            .Treatment("T2", "2023-12-01", "2024-01-01", practitioner: "a").Reading("B1", "T2", "2024-05-01", 9).Reading("B2", "T2", "2024-06-01", 9, AssessmentMethod.Visual)
            .Treatment("T3", "2023-12-01", "2024-01-01", practitioner: "b")
            .Treatment("T4", "2023-12-01", null, practitioner: "b").Reading("D1", "T4", "2024-05-01", 9).Reading("D2", "T4", "2024-06-01", 9);
        var (all, by) = Cover(rows);
        Assert.Equal(new ReadingCoverage(3, 1, 4, 3), all); // three of T1, one of T2 by colorimetry; the fourth treatment is open
        Assert.Equal((1.0 / 3, 4.0 / 3), (all.Share, all.MeanReadings));
        Assert.Equal(["a", "b"], by.Keys);
        Assert.Equal(new ReadingCoverage(2, 1, 4, 2), by["a"]);
        Assert.Equal(new ReadingCoverage(1, 0, 0, 1), by["b"]);
        Assert.Equal(["density"], Cover(rows, grouping: Covariate.Technique).ByGroup.Keys);
    }

    [Theory]
    [InlineData("2024-01-28", 0)]
    [InlineData("2024-01-29", 1)]
    public void An_epoch_counts_from_the_day_it_is_healed(string day, int epochs)
    {
        Assert.Equal(epochs, Cover(Completed(), asOf: day).All.Epochs);
        Assert.Equal(epochs, Cover(Completed(ended: day)).All.Epochs);
        Assert.Equal(epochs, Cover(Completed().TouchUp("U", "T", day)).All.Epochs);
    }

    [Fact]
    public void Readings_after_a_touch_up_are_of_another_epoch()
    {
        var rows = Completed().Reading("A1", "T", "2024-03-01", 10).TouchUp("U", "T", "2024-04-01").Reading("A2", "T", "2024-06-01", 10).Reading("A3", "T", "2024-07-01", 9);
        Assert.Equal(new ReadingCoverage(1, 0, 1, 1), Cover(rows).All);
        Assert.Equal(new ReadingCoverage(1, 0, 0, 1), Cover(Completed().TouchUp("U", "T", "2024-04-01").Reading("A2", "T", "2024-06-01", 10)).All);
    }

    [Fact]
    public void Without_an_epoch_there_is_no_share()
    {
        var (all, by) = Cover(new ClinicRows().Clinic());
        Assert.Equal((0, null, null, null), (all.Epochs, all.Share, all.MeanReadings, all.Interval));
        Assert.Empty(by);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Groups_add_up_to_all_and_covered_epochs_are_the_units(int seed)
    {
        var courses = new RandomClinic(seed).Courses();
        var units = FadeUnits.Of(courses);
        var (all, by) = (ReadingCoverage.Of(courses, units), ReadingCoverage.ByGroup(courses, units));
        Assert.Equal(units.Units.Count(u => u.Epoch == 0), all.Covered);
        Assert.Equal((all.Epochs, all.Covered, all.Readings), (by.Values.Sum(g => g.Epochs), by.Values.Sum(g => g.Covered), by.Values.Sum(g => g.Readings)));
    }
}
