namespace SmpInsights.Data.Maps;

/// <summary>A column that a map can fill.</summary>
public sealed record MapTarget(string Name, MapTargetKind Kind, bool Required = false);
