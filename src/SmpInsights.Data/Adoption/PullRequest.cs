namespace SmpInsights.Data.Adoption;

/// <summary>How a reading goes: whether views that say what changed are read whole all the same, and whether any number of rows that views no longer have may go.</summary>
internal sealed record PullRequest(DateTimeOffset Now, bool Whole, bool Remove);
