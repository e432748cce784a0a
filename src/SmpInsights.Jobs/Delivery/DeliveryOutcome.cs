using SmpInsights.Data.Deliveries;

namespace SmpInsights.Jobs.Delivery;

/// <summary>How one attempt ended: no error when it was sent; a time when it is tried again.</summary>
public sealed record DeliveryOutcome(DeliveryRow Row, string? Error = null, DateTimeOffset? RetryAt = null)
{
    public bool IsSent => Error is null;
}
