using System.Globalization;
using SmpInsights.Data.Import;

namespace SmpInsights.Data.Maps;

/// <summary>Rows of an export that are rows of a table of the contract, column by column.</summary>
internal sealed class DirectRows(MapWork work, TableMap table)
{
    private readonly ContractTable contract = work[table.Table].Table;
    private readonly IReadOnlyList<MapTarget> targets = MapTargets.Of(table.Table);

    public void Read(ExportFile file)
    {
        var fields = new FieldReader(file, work.Clinic, work.Key);
        while (file.Next(work.Reject))
        {
            fields.BeginRow();
            var values = new List<(string, string?)>();
            List<(string Column, string Value)> assumed = [];
            foreach (var target in targets)
            {
                if (!table.Fields.TryGetValue(target.Name, out var field))
                {
                    continue;
                }

                values.Add((target.Name, Value(fields, field, target)));
                if (fields.WasAssumed && field.Client.Count == 0)
                {
                    assumed.Add((target.Name, field.Otherwise!));
                }
            }

            if (fields.Fault is { } fault)
            {
                work.Reject(file.Name, file.Line, fault);
            }
            else if (values.Find(v => string.Equals(v.Item1, contract.Id.Name, StringComparison.Ordinal)).Item2 is not { Length: > 0 } id)
            {
                work.Reject(file.Name, file.Line, new(string.Join(" or ", table.Fields[contract.Id.Name].Sources), "", "an id"));
            }
            else if (!work[table.Table].Add(file.Name, file.Line, values.ToArray()))
            {
                work.Reject(file.Name, file.Line, new(string.Join(" or ", table.Fields[contract.Id.Name].Sources), "", "an id that did not come before"));
            }
            else
            {
                assumed.ForEach(a => work.Infer(table.Table, id, a.Column, a.Value, "the export is silent and the map says what to assume"));
            }
        }
    }

    private static string? Value(FieldReader fields, FieldMap field, MapTarget target) => target.Kind switch
    {
        MapTargetKind.Id => fields.Id(field),
        MapTargetKind.Date => fields.Date(field) is { } date ? CellParser.Iso(date) : null,
        MapTargetKind.Moment => fields.Moment(field)?.ToString("s", CultureInfo.InvariantCulture),
        MapTargetKind.Money => fields.Money(field)?.ToString(CultureInfo.InvariantCulture),
        MapTargetKind.Number => fields.Number(field),
        MapTargetKind.Minutes => fields.Minutes(field)?.ToString(CultureInfo.InvariantCulture),
        _ => fields.Text(field),
    };
}
