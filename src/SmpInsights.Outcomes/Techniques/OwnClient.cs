using SmpInsights.Outcomes.Fade;

namespace SmpInsights.Outcomes.Techniques;

/// <summary>How the first epoch of one of the practitioner's own clients fades; <paramref name="EndedOn"/> is the day of the touch-up or the end of follow-up that ended it, null while it lasts.</summary>
public sealed record OwnClient(string Client, string Treatment, DateOnly? EndedOn, ClientPrediction Prediction);
