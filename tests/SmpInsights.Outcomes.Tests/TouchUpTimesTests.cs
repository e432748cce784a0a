using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.TouchUps;

namespace SmpInsights.Outcomes.Tests;

/// <summary>Spells worked out by hand from the definitions.</summary>
public sealed class TouchUpTimesTests
{
    private static readonly DateOnly AsOf = ClinicRows.Day("2026-06-30");

    private static Spell Only(ClinicRows rows, DateOnly? asOf = null) => Assert.Single(TouchUpTimes.First(TreatmentCourses.Of(rows.Data(), asOf ?? AsOf)));

    private static ClinicRows Completed(string? ended = null, EndReason? reason = null) => new ClinicRows().Treatment("T", "2023-12-01", "2024-01-01", ended: ended, reason: reason);

    [Fact]
    public void Without_a_touch_up_the_spell_runs_to_the_as_of_date() =>
        Assert.Equal((911 / 365.25, SpellEnd.Censored), (Only(Completed()).Years, Only(Completed()).End));

    [Theory]
    [InlineData(TouchUpReason.Fade, SpellEnd.FadeTouchUp)]
    [InlineData(TouchUpReason.ColourShift, SpellEnd.FadeTouchUp)]
    [InlineData(TouchUpReason.Density, SpellEnd.Censored)]
    [InlineData(TouchUpReason.HairlineChange, SpellEnd.Censored)]
    [InlineData(TouchUpReason.Correction, SpellEnd.Censored)]
    [InlineData(TouchUpReason.Other, SpellEnd.Censored)]
    public void Only_fade_and_colour_shift_are_events_and_any_first_touch_up_ends_the_spell(TouchUpReason reason, SpellEnd end)
    {
        var spell = Only(Completed().TouchUp("U1", "T", "2025-01-01", reason).TouchUp("U2", "T", "2026-01-01"));
        Assert.Equal((366 / 365.25, end), (spell.Years, spell.End));
    }

    [Fact]
    public void Of_two_touch_ups_on_one_day_the_smallest_id_decides() =>
        Assert.Equal(SpellEnd.Censored, Only(Completed().TouchUp("U2", "T", "2025-01-01").TouchUp("U1", "T", "2025-01-01", TouchUpReason.Density)).End);

    [Fact]
    public void Touch_up_on_the_day_follow_up_ends_is_an_event() =>
        Assert.Equal(SpellEnd.FadeTouchUp, Only(Completed("2025-01-01", EndReason.Deceased).TouchUp("U", "T", "2025-01-01")).End);

    [Fact]
    public void Touch_up_after_follow_up_ended_does_not_count() =>
        Assert.Equal((366 / 365.25, SpellEnd.Censored), Only(Completed("2025-01-01", EndReason.Moved).TouchUp("U", "T", "2025-01-02")) is var s ? (s.Years, s.End) : default);

    [Theory]
    [InlineData(EndReason.LaserRemoval, SpellEnd.Competing)]
    [InlineData(EndReason.HairTransplant, SpellEnd.Competing)]
    [InlineData(EndReason.Deceased, SpellEnd.Competing)]
    [InlineData(EndReason.Moved, SpellEnd.Censored)]
    [InlineData(EndReason.Withdrew, SpellEnd.Censored)]
    [InlineData(EndReason.Other, SpellEnd.Censored)]
    public void Removal_transplant_and_death_compete_and_other_ends_censor(EndReason reason, SpellEnd end) =>
        Assert.Equal(end, Only(Completed("2025-01-01", reason)).End);

    [Fact]
    public void What_lies_after_the_as_of_date_has_not_happened()
    {
        var rows = Completed("2025-06-01", EndReason.Deceased).TouchUp("U", "T", "2025-03-01");
        var spell = Only(rows, ClinicRows.Day("2025-02-28"));
        Assert.Equal((424 / 365.25, SpellEnd.Censored), (spell.Years, spell.End));
        Assert.Equal(SpellEnd.FadeTouchUp, Only(rows, ClinicRows.Day("2025-03-01")).End);
    }

    [Fact]
    public void A_treatment_not_completed_by_the_as_of_date_is_open()
    {
        var courses = TreatmentCourses.Of(new ClinicRows().Treatment("T1", "2024-01-01", null).Treatment("T2", "2024-01-01", "2024-03-02").Treatment("T3", "2024-04-01", "2024-05-01").Data(), ClinicRows.Day("2024-03-01"));
        Assert.Empty(courses.All);
        Assert.Equal(2, courses.Open);
    }

    [Fact]
    public void Gaps_run_from_touch_up_to_touch_up()
    {
        var spells = TouchUpTimes.Between(TreatmentCourses.Of(Completed().TouchUp("U1", "T", "2025-01-01", TouchUpReason.Density).TouchUp("U2", "T", "2026-01-01").Data(), AsOf));
        Assert.Equal([(365 / 365.25, SpellEnd.FadeTouchUp), (180 / 365.25, SpellEnd.Censored)], spells.Select(s => (s.Years, s.End)));
    }

    [Fact]
    public void Two_touch_ups_on_one_day_are_one_epoch() =>
        Assert.Equal(545 / 365.25, Assert.Single(TouchUpTimes.Between(TreatmentCourses.Of(Completed().TouchUp("U1", "T", "2025-01-01").TouchUp("U2", "T", "2025-01-01").Data(), AsOf))).Years);

    [Fact]
    public void Silent_clients_are_cut_at_their_last_contact_and_others_not()
    {
        var rows = Completed().Session("T", "2023-12-01").Reading("A", "T", "2024-07-01", 10).Survey("Q", "T", "2025-01-01", "2025-02-01", 5, 9)
            .Treatment("T2", "2023-12-01", "2024-01-01", ended: "2024-02-01", reason: EndReason.Moved);
        var spells = TouchUpTimes.FirstCutAtLastContact(TreatmentCourses.Of(rows.Data(), AsOf));
        Assert.Equal([397 / 365.25, 31 / 365.25], spells.Select(s => s.Years));
    }

    [Fact]
    public void Six_clients_by_hand()
    {
        // Completed on one day; touch-ups after 1, 2, 2 and 4 years (x 1461 days / 4), one client censored at 3, one at the as-of date (5).
        var rows = new ClinicRows();
        foreach (var i in Enumerable.Range(0, 6))
            rows.Treatment(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"T{i}"), "2019-12-01", "2020-01-01", ended: i == 3 ? "2022-12-31" : null, reason: i == 3 ? EndReason.Moved : null);
        rows.TouchUp("U0", "T0", "2020-12-31").TouchUp("U1", "T1", "2021-12-31").TouchUp("U2", "T2", "2021-12-31").TouchUp("U4", "T4", "2023-12-31");
        var curve = TimeToTouchUp.Of(TreatmentCourses.Of(rows.Data(), ClinicRows.Day("2024-12-31"))).All!;
        Assert.Equal((6, 4, 6), (curve.Curve.Subjects, curve.Curve.Events, curve.Clients));
        // 5/6, then 5/6 * 3/5 = 1/2, then 1/2 * 1/2 = 1/4; flat at one half between years 2 and 4: median 3.
        Assert.Equal(5.0 / 6, curve.Curve.At(1.01).Survival, 12);
        Assert.Equal(1.0 / 2, curve.Curve.At(2.01).Survival, 12);
        Assert.Equal(1.0 / 4, curve.Curve.At(4.01).Survival, 12);
        Assert.Equal((730 + 1460) / 2 / 365.25, curve.Curve.Median.Value!.Value, 9);
    }
}
