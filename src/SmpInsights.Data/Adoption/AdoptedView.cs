namespace SmpInsights.Data.Adoption;

/// <summary>How far a view was read: its rows and rejects then, the day of the newest change where the view says it, when it was last read whole, and the fingerprint of its rows.</summary>
internal sealed record AdoptedView(long Rows, long Rejected, DateOnly? ChangedTo, DateTimeOffset WholeAt, byte[]? Buckets);
