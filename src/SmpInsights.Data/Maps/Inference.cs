namespace SmpInsights.Data.Maps;

/// <summary>A cell that the export does not say and a rule does.</summary>
internal sealed record Inference(string Table, string Id, string Column, string Value, string Rule);
