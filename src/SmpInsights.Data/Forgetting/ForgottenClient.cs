namespace SmpInsights.Data.Forgetting;

/// <summary>A client as stored before being forgotten: the clinic, the ids of treatments, and rows by table.</summary>
public sealed record ForgottenClient(string Clinic, IReadOnlyList<string> Treatments, IReadOnlyList<(string Table, long Rows)> Rows);
