using SmpInsights.Data.Import;

namespace SmpInsights.Data.Adoption;

/// <summary>The view of one table of the contract: which of its columns are which.</summary>
internal sealed class SourceView
{
    /// <summary>Says when a row was last changed, so that only those changed since need be read.</summary>
    public const string ChangedAt = "changed_at";

    public SourceView(ClinicSource source, ContractTable table, SourceTable view)
    {
        Table = table;
        Name = source.ViewOf(table);
        From = source.Dialect.Quote(view);
        Columns = [.. table.Columns.Select(c => (Contract: c, Source: view.Columns.FirstOrDefault(s => NameKey.Same(s.Name, c.Name)))).Where(c => c.Source is not null).Select(c => (c.Contract, c.Source!))];
        Unknown = [.. view.Columns.Where(s => !NameKey.Same(s.Name, ChangedAt) && !Columns.Any(c => c.Source == s)).Select(s => Shown.Value(s.Name))];
        var changed = view.Columns.FirstOrDefault(s => NameKey.Same(s.Name, ChangedAt));
        Changed = changed is not null && (ColumnType.IsTime(changed.Type) || ColumnType.IsText(changed.Type)) ? changed : null;
        Signature = string.Join(',', Columns.Select(c => c.Contract.Name));
        Names = [.. Columns.Select(c => source.Dialect.Quote(c.Source.Name))];
        ChangedName = Changed is null ? null : source.Dialect.Quote(Changed.Name);
    }

    public ContractTable Table { get; }

    /// <summary>As people write it.</summary>
    public string Name { get; }

    /// <summary>As statements name it.</summary>
    public string From { get; }

    /// <summary>Columns that both the contract and the view have, in the contract's order.</summary>
    public IReadOnlyList<(ContractColumn Contract, SourceColumn Source)> Columns { get; }

    /// <summary>The view's columns that the contract does not know.</summary>
    public IReadOnlyList<string> Unknown { get; }

    /// <summary>Null where the view does not say, or says it in another type than a date, a time or their text.</summary>
    public SourceColumn? Changed { get; }

    /// <summary>What a fingerprint is of.</summary>
    public string Signature { get; }

    public bool HasId => Columns.Count > 0 && ReferenceEquals(Columns[0].Contract, Table.Id);

    /// <summary>Quoted, in the order of <see cref="Columns"/>.</summary>
    private IReadOnlyList<string> Names { get; }

    private string? ChangedName { get; }

    /// <summary>All rows, or those changed on the day of parameter <c>@since</c> or later; the column that says so comes last.</summary>
    public string Select(bool since) =>
        $"-- {Name}\nSELECT {string.Join(", ", ChangedName is null ? Names : Names.Append(ChangedName))}\nFROM {From}{(since ? $"\nWHERE {ChangedName} >= @since OR {ChangedName} IS NULL" : "")}";

    public string SelectCount => $"-- {Name}\nSELECT COUNT(*) FROM {From}";

    /// <summary>The day in the type in which the database compares it.</summary>
    public object Since(DateOnly day) => ColumnType.IsTime(Changed!.Type) ? day.ToDateTime(TimeOnly.MinValue) : CellParser.Iso(day);

    public string SelectIds => $"-- {Name}\nSELECT {Names[0]} FROM {From}";
}
