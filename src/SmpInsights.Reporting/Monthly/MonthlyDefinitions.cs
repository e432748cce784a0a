using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Forecast;
using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.TouchUps;
using SmpInsights.Outcomes.Watching;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Monthly;

/// <summary>What each number of the monthly report means, in plain words.</summary>
internal static class MonthlyDefinitions
{
    public static IReadOnlyList<Definition> Of(SmallestCell smallest) =>
    [
        new("As of", "Everything is computed from what was dated on or before the month's last day in the clinic's time zone. Rows that arrive later make a new revision."),
        new("Epoch", "The time under one application of pigment: the first begins when treatment is completed, the next at each touch-up."),
        new("Contrast lost a year", $"How much of the contrast between pigmented and bare scalp is gone after a year, from a mixed model of all first epochs with two or more readings; readings of the first {OutcomeTime.HealingDays} days (healing) are left out. At least {FadeEstimate.MinimumUnits} treatments are needed."),
        new($"Years to {Say.Percent(FadeEstimate.Threshold)}", $"When contrast will have fallen to {Say.Percent(FadeEstimate.Threshold)} of the healed contrast at this rate: a touch-up is due."),
        new("Half-life", "When half of the healed contrast will be gone at this rate."),
        new("Smallest real change", "A change between two readings of one client below this is within reading error (95 %)."),
        new("Without touch-up", $"Kaplan-Meier share of clients who have had no touch-up for fading (reason fade or colour-shift) so long after completion. Touch-ups for other reasons, ended follow-up and the as-of date end the observation without an event. Mean within {Say.Number(TouchUpCurve.Horizon, 0)} years: the area under the curve."),
        new("Satisfied", "Share of answers 4 or 5 on a scale of 1 to 5; interval by Wilson's score method."),
        new("Net promoter score", "Per cent answering 9 or 10 minus per cent answering 0 to 6 when asked from 0 to 10 whether they would recommend the clinic."),
        new("Sessions per treatment", $"Completed sessions of finished treatments; clients are told {Headlines.Expectation(PublishedExpectations.SessionsPerTreatment)}."),
        new("Usual, limits, signal", $"Each month is held against the clinic's own first {WatchedSeries.BaselineMonths} months with a number. Within the limits (three standard deviations either side) it does what chance alone would do. {WatchedSeries.Rules} The line stays until a new baseline is begun on purpose: a clinic that has grown keeps its signal."),
        new("Funnel", "Each practitioner beside the share of all who are shown; the limits say how far chance alone would take a practitioner with so many answers. Exact binomial limits (Spiegelhalter 2005)."),
        new("Forecast", $"Touch-ups for fading that today's treatments will need, from how long earlier ones lasted, by technique, sun and skin; other endings prevent them. Intervals from {Say.Count(ForecastDraws.UsualNumber)} simulated futures, the uncertainty of the model included. From {EpochModel.MinimumEvents} touch-ups on."),
        new("Gross, refunds, received, tax, net", "Gross: payments, tax included. Received: gross less refunds. Net: received less tax. One currency only."),
        new("95 % interval", "The range that would hold the true value in 95 of 100 such samples. Two values whose intervals overlap widely may not differ at all."),
        new(smallest.Mark, $"A share, rate, mean or estimate resting on fewer than {Say.Count(smallest.Clients)} clients is not printed, nor how many they are, to protect them; nor is one that would give such a number away (withheld). Counts of what the clinic did, those still followed under a curve, and the recall list, may be smaller."),
    ];
}
