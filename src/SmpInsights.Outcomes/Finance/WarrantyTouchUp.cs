namespace SmpInsights.Outcomes.Finance;

/// <summary>A touch-up that the client did not pay; all but the day are ids.</summary>
public sealed record WarrantyTouchUp(string TouchUp, DateOnly PerformedOn, string Client, string Treatment, string Technique, string Practitioner);
