using System.Data.Common;

namespace SmpInsights.Data.Import;

/// <summary>Fields of a row to what is stored, with every rule that needs nothing but the row itself and its clinic's calendar.</summary>
internal sealed class RowParser(ContractTable table, HeaderMatch header, CellParser cells, ClinicZones zones, DbTransaction? transaction)
{
    public StagedRow Row { get; } = new(table);

    /// <returns>The first thing wrong with the row, or null.</returns>
    public (string Column, string Value, string Reason)? Parse(IRecords rows)
    {
        if (rows.Count != header.FieldCount)
        {
            return AgainstCount(rows);
        }

        var unsettled = false;
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var column = table.Columns[i];
            var text = header.FieldOf(i) is >= 0 and var field ? rows[field].Trim() : "";
            if (text.Length == 0)
            {
                Row.Cells[i] = Row.Written[i] = null;
                if (column.Required)
                {
                    return (column.Name, "", "required");
                }

                continue;
            }

            Row.Written[i] = column.IsRewritten ? text : null;
            if (cells.Parse(column, text, out Row.Cells[i]) is { } reason)
            {
                return (column.Name, Shown.Value(text), reason);
            }

            unsettled |= Row.Cells[i] is UnsettledDate;
        }

        return (unsettled ? Settle() : null) ?? AgainstRow();
    }

    private (string Column, string Value, string Reason)? Settle()
    {
        var owner = table.ClinicThrough!;
        var id = (string)Row[owner]!;
        if (zones.Of(owner, id, transaction) is not { } zone)
        {
            return (owner, id, NoSuch(table.Columns[table.IndexOf(owner)]));
        }

        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (Row.Cells[i] is not UnsettledDate date)
            {
                continue;
            }

            var day = date.In(zone);
            if (day > zones.Today(zone) || day.Year < CellParser.EarliestYear)
            {
                return (table.Columns[i].Name, Written(i), day.Year < CellParser.EarliestYear ? CellParser.TooEarly : UnsettledDate.AfterToday);
            }

            Row.Cells[i] = CellParser.Iso(day);
        }

        return null;
    }

    private (string Column, string Value, string Reason)? AgainstRow()
    {
        foreach (var rule in table.RowRules)
        {
            if (rule.Reason(Row) is { } reason)
            {
                return (rule.Column, Written(table.IndexOf(rule.Column)), reason);
            }
        }

        return null;
    }

    /// <summary>Where a field is missing the value is the row; where there is one too many, that field.</summary>
    private (string Column, string Value, string Reason) AgainstCount(IRecords rows)
    {
        var tooMany = rows.Count > header.FieldCount;
        var value = tooMany ? rows[header.FieldCount] : string.Join(',', Enumerable.Range(0, rows.Count).Select(field => rows[field]));
        var count = FormattableString.Invariant($"the row has {rows.Count} {(rows.Count == 1 ? "field" : "fields")}, the header {header.FieldCount}");
        return (header.NameOf(Math.Min(rows.Count, header.FieldCount)), Shown.Value(value), count);
    }

    private string Written(int column) => Shown.Value(Row.Written[column] ?? "");

    public static string NoSuch(ContractColumn reference) => $"no such {reference.Name} in {reference.References}";
}
