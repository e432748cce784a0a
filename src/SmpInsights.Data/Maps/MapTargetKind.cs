namespace SmpInsights.Data.Maps;

/// <summary>How a value of an export is understood.</summary>
public enum MapTargetKind { Text, Id, Date, Moment, Money, Minutes, Number }
