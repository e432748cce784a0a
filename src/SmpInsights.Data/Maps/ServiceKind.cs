namespace SmpInsights.Data.Maps;

/// <summary>What a service or an item of a bill is.</summary>
public enum ServiceKind { Session, TouchUp, Consultation, Deposit, Product, Ignore }
