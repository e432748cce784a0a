using System.Globalization;
using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.Watching;
using SmpInsights.Statistics.ControlCharts;

namespace SmpInsights.Outcomes.Tests;

public sealed class ProportionFunnelTests
{
    private static readonly ReportMonth June = new(2026, 6);

    private static ClinicRows Answers(ClinicRows rows, string clinic, string practitioner, int satisfied, int others, string sent = "2026-06-01")
    {
        for (var i = 0; i < satisfied + others; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{clinic}{practitioner}{sent}{i}");
            rows.Treatment(id, "2024-01-01", "2024-02-01", clinic: clinic, practitioner: practitioner, client: i < 2 ? "twice" + clinic + practitioner : null).Survey("Q" + id, id, sent, "2026-06-30", i < satisfied ? 4 : 3);
        }

        return rows;
    }

    [Fact]
    public void Practitioners_of_one_clinic_on_twelve_months_of_surveys()
    {
        var rows = Answers(Answers(Answers(new ClinicRows(), "A", "P1", 3, 1), "A", "P2", 1, 3), "B", "P3", 9, 0);
        Answers(Answers(Answers(rows, "A", "P1", 5, 0, "2025-06-30"), "A", "P1", 1, 0, "2025-07-01"), "A", "P2", 0, 7, "2026-07-01");
        var courses = TreatmentCourses.Of(rows.Data(), ClinicRows.Day("2026-07-31"));
        var funnel = ProportionFunnel.SatisfiedByPractitioner(courses, 0, June)!;
        Assert.Equal([new FunnelMember("P1", 4, 5, 3), new("P2", 1, 4, 3)], funnel.Members.Select(m => m.Member));
        Assert.Equal(5.0 / 9, funnel.Limits.Target);
        Assert.Equal([0.8, 0.25], funnel.Members.Select(m => m.Unit.Proportion));
        Assert.Equal([new FunnelMember("A", 5, 9, 6), new("B", 9, 9, 8)], ProportionFunnel.SatisfiedByClinic(courses, June)!.Members.Select(m => m.Member));
    }

    [Fact]
    public void Members_without_a_denominator_are_left_out_and_nobody_has_no_funnel()
    {
        Assert.Equal(["a", "b"], ProportionFunnel.Of([new("b", 1, 2, 2), new("none", 0, 0, 0), new("a", 2, 2, 2)])!.Members.Select(m => m.Member.Id));
        Assert.Null(ProportionFunnel.Of([new("none", 0, 0, 0)]));
        Assert.Null(ProportionFunnel.SatisfiedByClinic(TreatmentCourses.Of(new ClinicRows().Clinic().Data(), June.Last), June));
        Assert.Throws<ArgumentException>(() => ProportionFunnel.Of([new("a", 1, 0, 1)]));
    }

    [Fact]
    public void One_far_off_among_many_alike_is_outside()
    {
        var funnel = ProportionFunnel.Of([.. Enumerable.Range(0, 19).Select(i => new FunnelMember(string.Create(CultureInfo.InvariantCulture, $"m{i:00}"), 80, 100, 90)), new("z", 40, 100, 90)])!;
        Assert.Equal(1, funnel.Limits.Inflation);
        Assert.Equal("z", Assert.Single(funnel.Members, m => m.Unit.Position == FunnelPosition.Outside998).Member.Id);
    }

    [Fact]
    public void One_far_off_among_few_does_not_hide_itself()
    {
        FunnelMember[] four = [.. Enumerable.Range(0, 3).Select(i => new FunnelMember(string.Create(CultureInfo.InvariantCulture, $"m{i}"), 80, 100, 90)), new("z", 40, 100, 90)];
        var funnel = ProportionFunnel.Of(four)!;
        Assert.Equal((1, null), (funnel.Limits.Inflation, funnel.Dispersion));
        Assert.Equal(FunnelPosition.Outside998, funnel.Members[^1].Unit.Position);
        Assert.Equal(funnel.Limits.At(100), funnel.Members[^1].Unit.Band);
        Assert.True(ProportionFunnel.Of([.. four, new("m3", 80, 100, 90)])!.Limits.Inflation > 1);
    }

    /// <summary>Exact binomial quantiles at 0.975 and 0.999, added up apart: of 5 at 0.7 they are 5 and 5; of 40, 33 and 36. The lower limits are the interpolated ones.</summary>
    [Fact]
    public void The_limits_that_judge_hold_every_count_that_chance_gives()
    {
        var funnel = ProportionFunnel.Of([new("a", 700, 1000, 1000)])!;
        Assert.Equal((1, 1), (funnel.Judged(5).Limits95.Upper, funnel.Judged(5).Limits998.Upper));
        Assert.Equal((33.0 / 40, 36.0 / 40), (funnel.Judged(40).Limits95.Upper, funnel.Judged(40).Limits998.Upper));
        Assert.Equal(funnel.Limits.At(40).Limits95.Lower, funnel.Judged(40).Limits95.Lower);
        Assert.Equal(new FunnelBand(new(0, 0), new(0, 0)), ProportionFunnel.Of([new("a", 0, 10, 9)])!.Judged(3));
    }

    /// <summary>R: 1 - pbinom(4, 5, 0.7) = 0.16807; 1 - pbinom(39, 40, 0.7) = 6.4e-07; 1 - pbinom(34, 40, 0.7) = 0.0086.</summary>
    [Fact]
    public void All_of_a_few_are_not_above_what_chance_gives()
    {
        FunnelPosition Of(int part, int whole) => ProportionFunnel.Of([new("a", part, whole, whole), new("b", 7000 - part, 10000 - whole, 9000)])!.Members[0].Unit.Position;
        Assert.Equal(FunnelPosition.Inside, Of(5, 5));
        Assert.Equal(FunnelPosition.Outside95, Of(35, 40));
        Assert.Equal(FunnelPosition.Outside998, Of(40, 40));
        Assert.Equal(FunnelPosition.Outside998, Of(0, 10)); // pbinom(0, 10, 0.7) = 5.9e-06
    }
}
