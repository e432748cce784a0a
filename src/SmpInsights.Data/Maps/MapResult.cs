namespace SmpInsights.Data.Maps;

/// <summary>What a map assumed, by rule: so many cells of a column, with an example's id.</summary>
public sealed record InferredCells(string Table, string Column, string Rule, long Count, string Example);

/// <summary>Rows of an export that are no rows of the contract, by what they are and why.</summary>
public sealed record LeftOutRows(string What, string Why, long Count);
