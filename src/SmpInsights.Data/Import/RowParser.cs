using System.Data.Common;

namespace SmpInsights.Data.Import;

/// <summary>Fields of a row to what is stored, with every rule that needs nothing but the row itself and its clinic's calendar.</summary>
internal sealed class RowParser(ContractTable table, HeaderMatch header, CellParser cells, ClinicZones zones, DbTransaction transaction)
{
    public StagedRow Row { get; } = new(table);

    /// <returns>The first thing wrong with the row, or null.</returns>
    public (string Column, string Value, string Reason)? Parse(CsvRows rows)
    {
        if (rows.Count != header.FieldCount)
        {
            return ("", "", FormattableString.Invariant($"{rows.Count} fields, the header has {header.FieldCount}"));
        }

        var unsettled = false;
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var column = table.Columns[i];
            var text = header.FieldOf(i) is >= 0 and var field ? rows[field].Trim() : "";
            if (text.Length == 0)
            {
                Row.Cells[i] = null;
                if (column.Required)
                {
                    return (column.Name, "", "required");
                }

                continue;
            }

            if (cells.Parse(column, text, out Row.Cells[i]) is { } reason)
            {
                return (column.Name, Shown.Value(text), reason);
            }

            unsettled |= Row.Cells[i] is UnsettledDate;
        }

        return (unsettled ? Settle(rows) : null) ?? AgainstRow();
    }

    private (string Column, string Value, string Reason)? Settle(CsvRows rows)
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
            if (day > zones.Today(zone))
            {
                return (table.Columns[i].Name, Shown.Value(rows[header.FieldOf(i)].Trim()), UnsettledDate.AfterToday);
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
                return (rule.Column, Written(rule.Column), reason);
            }
        }

        return null;

        string Written(string column) => Row[column] switch
        {
            long scaled => StoredMoney.Read(scaled).ToString(System.Globalization.CultureInfo.InvariantCulture),
            var cell => (string?)cell ?? "",
        };
    }

    public static string NoSuch(ContractColumn reference) => $"no such {reference.Name} in {reference.References}";
}
