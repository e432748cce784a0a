namespace SmpInsights.Data.Deliveries;

/// <summary>State of a delivery; stored in lower case. Superseded: a later revision took its place before it was sent.</summary>
public enum DeliveryState { Pending, Sent, Failed, Superseded }
