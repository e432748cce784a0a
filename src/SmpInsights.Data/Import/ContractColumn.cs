namespace SmpInsights.Data.Import;

/// <summary>How the text of a cell is understood.</summary>
internal enum CellKind { Id, Text, Code, Zones, Date, Flag, Whole, BirthYear, Real, PositiveReal, Money, TimeZone, Currency }

/// <summary>A column of the data contract. Codes: what a Code or Zones cell may hold. Min and Max: the range of a Whole or Real cell.</summary>
internal sealed record ContractColumn(string Name, CellKind Kind, bool Required = false)
{
    public IReadOnlyList<string> Codes { get; init; } = [];

    public double Min { get; init; } = double.NegativeInfinity;

    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>What is stored is not always the text of the file, which is therefore kept until the row is stored or rejected.</summary>
    public bool IsRewritten => Kind is CellKind.Date or CellKind.Money;

    /// <summary>The table whose row the id names; null where the column refers to nothing. The id has the same name there.</summary>
    public string? References { get; init; }

    public static ContractColumn Id(string name) => new(name, CellKind.Id, Required: true);

    public static ContractColumn Reference(string name, string table, bool required = true) => new(name, CellKind.Id, required) { References = table };

    public static ContractColumn Text(string name, bool required = false) => new(name, CellKind.Text, required);

    public static ContractColumn Date(string name, bool required = false) => new(name, CellKind.Date, required);

    public static ContractColumn Flag(string name) => new(name, CellKind.Flag);

    public static ContractColumn Code(string name, IReadOnlyList<string> codes, bool required = false) => new(name, CellKind.Code, required) { Codes = codes };

    public static ContractColumn Whole(string name, double min, double max = double.PositiveInfinity, bool required = false) =>
        new(name, CellKind.Whole, required) { Min = min, Max = max };

    public static ContractColumn Real(string name, double min, double max = double.PositiveInfinity) => new(name, CellKind.Real) { Min = min, Max = max };
}
