using SmpInsights.Data.Maps;
using SmpInsights.Jobs.Maps;

namespace SmpInsights.App.Imports;

/// <summary>What <c>--map</c> and the options beside it ask for.</summary>
internal static class MapChoice
{
    /// <summary>The map of that name or in that file; null where none is asked for.</summary>
    public static ColumnMap? Read(string? map)
    {
        if (map is null)
            return null;
        if (MapReader.BuiltIn(map) is { } builtIn)
            return builtIn;
        return File.Exists(map)
            ? MapReader.Read(map, File.ReadAllText(map))
            : throw new UsageException($"--map: there is no map \"{map}\" and no file of that name; there are: {string.Join(", ", BuiltInMaps.Names)}.");
    }

    public static ClinicChoice Clinic(string? map, string? clinic, string? zone, string? currency)
    {
        if (map is null && (clinic ?? zone ?? currency) is not null)
            throw new UsageException("--clinic, --time-zone and --currency go with --map: the contract's own files say their clinics.");
        if (clinic is not null && (clinic.Length is 0 or > 64 || clinic.Any(char.IsControl)))
            throw new UsageException("--clinic: an id has 1 to 64 characters.");
        if (zone is not null && !(zone.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId))
            throw new UsageException($"--time-zone: \"{zone}\" is no time zone; expected one such as Europe/London.");
        if (currency is not null && !CurrencyCode.IsKnown(currency))
            throw new UsageException($"--currency: \"{currency}\" is no ISO 4217 code; expected one such as GBP.");
        return new ClinicChoice(clinic, zone, currency);
    }
}
