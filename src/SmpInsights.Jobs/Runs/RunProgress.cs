using SmpInsights.Data.Runs;

namespace SmpInsights.Jobs.Runs;

/// <summary>A run has begun a stage; <paramref name="Share"/> (0..1) of it is behind.</summary>
public sealed record RunProgress(RunKey Key, string Stage, double Share);
