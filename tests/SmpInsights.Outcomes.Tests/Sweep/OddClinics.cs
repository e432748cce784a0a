using System.Globalization;
using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Forecast;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Operations;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.TouchUps;
using SmpInsights.Outcomes.Watching;
using SmpInsights.Statistics.Tests.Sweep;

namespace SmpInsights.Outcomes.Tests.Sweep;

/// <summary>Whatever the clinic, every measure is computed and no number of it is none. 300 clinics a fact; 20,000 with SMP_SWEEP=1.</summary>
public sealed class OddClinics
{
    private static readonly int Cases = string.Equals(Environment.GetEnvironmentVariable("SMP_SWEEP"), "1", StringComparison.Ordinal) ? 20_000 : 300;

    private static readonly Covariate[] Groupings = [Covariate.Technique, Covariate.PigmentBrand, Covariate.SkinType, Covariate.Practitioner, Covariate.Clinic];

    [Fact]
    public void Fade() => Swept((courses, by) =>
    {
        var fade = FadeMeasures.Of(courses, by);
        return
        [
            fade, .. new[] { fade.All.Estimate, fade.AfterFirstTouchUp.Estimate }.OfType<FadeEstimate>().SelectMany(e => new object[] { FadeTrust.Of(e.Model), ClientPrediction.Of(e.Model) }), ReadingCoverage.Of(courses, fade.Source), ReadingCoverage.ByGroup(courses, fade.Source),
            SatisfactionAndFade.Of(courses, fade), .. Alone(courses, by).Select(c => AdjustedFade.Of(c, [.. FadeUnits.Of(c).Units.Where(u => u.Epoch == 0)], by)),
        ];
    });

    [Fact]
    public void Touch_ups() => Swept((courses, by) => [.. Alone(courses, by).SelectMany(c => new object[] { TimeToTouchUp.Of(c, by), TouchUpModels.Of(c, by) })]);

    [Fact]
    public void Satisfaction() => Swept((courses, by) => [SatisfactionMeasure.Of(courses), SatisfactionMeasure.ByGroup(courses, grouping: by), .. Alone(courses, by).Select(c => SatisfactionComparison.Of(c, grouping: by))]);

    [Fact]
    public void Forecast() => Swept((courses, _) => TouchUpForecast.Of(courses, new ForecastDraws(number: 20)) is var forecast ? [forecast, RecallList.Of(forecast)] : []);

    [Fact]
    public void Months() => Swept((courses, _) =>
    {
        var month = ReportMonth.Of(courses.AsOf);
        return
        [
            ProportionFunnel.SatisfiedByClinic(courses, month), SessionsPerTreatment.Of(courses, new MonthSpan(month, month)),
            .. Clinics(courses).SelectMany(data => new object?[]
            {
                PublishedMonth.Of(MonthlyClinic.Of(data, month), SmallestCell.Default), WatchedMeasures.Of(TreatmentCourses.Of(data, courses.AsOf), "GBP", month),
                ProportionFunnel.SatisfiedByPractitioner(TreatmentCourses.Of(data, courses.AsOf), 0, month),
            }),
        ];
    });

    private static void Swept(Func<TreatmentCourses, Covariate, object?[]> measures)
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            string? missing;
            try
            {
                var courses = TreatmentCourses.Of(new OddClinic(seed).Rows().Data(), OddClinic.AsOf);
                var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
                missing = FiniteNumbers.Missing(measures(courses, Groupings[seed % Groupings.Length]), passed: part => part is TreatmentCourses or ClinicData or Covariate or ReportMonth or MonthSpan || (!part.GetType().IsValueType && !seen.Add(part)));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Clinic {seed} throws."), e);
            }

            Assert.True(missing is null, string.Create(CultureInfo.InvariantCulture, $"Clinic {seed}: {missing}"));
        }
    }

    /// <summary>The courses at large, and those of each clinic.</summary>
    private static IEnumerable<TreatmentCourses> Alone(TreatmentCourses courses, Covariate by) => by.Clinics == ClinicRole.Boundary ? [courses, .. courses.ByClinic().Values] : [courses];

    private static IEnumerable<ClinicData> Clinics(TreatmentCourses courses) => Enumerable.Range(0, courses.Data.Clinics.Count).Select(courses.Data.OfClinic);
}
