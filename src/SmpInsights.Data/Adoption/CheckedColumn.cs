namespace SmpInsights.Data.Adoption;

/// <summary>One column of the contract as a view has it. Type: of the clinic's own database; null where the view lacks the column. WrongType: what was expected instead; null where the type may do. Filled: rows that have a value.</summary>
public sealed record CheckedColumn(string Name, bool Required, string? Type, string? WrongType, long Filled, IReadOnlyList<CheckedFault> Faults);
