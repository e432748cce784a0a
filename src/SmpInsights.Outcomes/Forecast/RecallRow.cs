namespace SmpInsights.Outcomes.Forecast;

/// <summary>
/// One client to call. Chances, from 0 to 1, are those of a touch-up for fading in the next months given none so far; <paramref name="Epoch"/> is 0 before the first touch-up.
/// <paramref name="PredictedOn"/> is the day by which half of such clients have come, given none so far; null more than <see cref="RecallList.FurthestYears"/> years ahead, or where
/// fewer than half ever do.
/// <paramref name="LastContactOn"/> is the latest session, reading, answer, touch-up, adverse event or check, at least the completion.
/// </summary>
public sealed record RecallRow(
    string Clinic,
    string Client,
    string Treatment,
    string Technique,
    string Practitioner,
    int Epoch,
    DateOnly CompletedOn,
    DateOnly LastContactOn,
    double ChanceIn3Months,
    double ChanceIn6Months,
    double ChanceIn12Months,
    DateOnly? PredictedOn);
