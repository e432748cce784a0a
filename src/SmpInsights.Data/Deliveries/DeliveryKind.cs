namespace SmpInsights.Data.Deliveries;

/// <summary>How a report reaches a recipient; stored in lower case.</summary>
public enum DeliveryKind { Folder, Email, Webhook }
