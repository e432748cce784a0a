using SmpInsights.Data.Deliveries;

namespace SmpInsights.Jobs.Delivery;

/// <summary>Brings a report to one recipient. It may be asked for one token twice: the second time must do no harm, as far as the other side lets it.</summary>
internal interface IDeliverySender
{
    public DeliveryKind Kind { get; }

    /// <exception cref="DeliveryException">It did not get through, and why.</exception>
    public Task SendAsync(Parcel parcel, DeliverySettings settings, CancellationToken cancellation);
}
