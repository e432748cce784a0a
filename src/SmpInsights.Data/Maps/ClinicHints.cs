namespace SmpInsights.Data.Maps;

/// <summary>What an export says of its clinic by the way: a time zone beside its times, a currency before its amounts.</summary>
internal sealed class ClinicHints
{
    public string? TimeZone { get; private set; }

    public string? Currency { get; private set; }

    public void Read(ExportFile file, TableMap table)
    {
        List<string> zones = [.. table.Fields.Values.Select(f => f.ZoneColumn).OfType<string>()];
        List<FieldMap> amounts = [.. MapTargets.Of(table.Table).Where(t => t.Kind == MapTargetKind.Money).Select(t => table.Fields.GetValueOrDefault(t.Name)).OfType<FieldMap>()];
        while ((TimeZone is null || Currency is null) && file.Next(_ => { }))
        {
            TimeZone ??= zones.Select(file.Text).FirstOrDefault(IsZone);
            Currency ??= amounts.SelectMany(f => f.Columns.Select(c => MoneyText.Parse(file.Text(c), f.DecimalComma)?.Currencies)).FirstOrDefault(c => c is [_])?[0];
        }
    }

    private static bool IsZone(string name) => name.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId;
}
