using System.Globalization;
using System.Text.RegularExpressions;

namespace SmpInsights.Data.Maps;

/// <summary>The value that a field of a map has in the current row of an export, as text of the data contract; or what is wrong with it.</summary>
internal sealed partial class FieldReader(ExportFile row, MapClinic clinic, ClientKey key)
{
    private static readonly string[] IsoDates = ["yyyy-MM-dd"];
    private static readonly string[] IsoMoments = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];

    /// <summary>What was wrong with the fields read since the row began; the first is told.</summary>
    public MapFault? Fault { get; private set; }

    /// <summary>Whether the last value read came from <see cref="FieldMap.Otherwise"/>.</summary>
    public bool WasAssumed { get; private set; }

    public void BeginRow() => Fault = null;

    /// <summary>Empty where the export says nothing.</summary>
    public string Text(FieldMap? field)
    {
        WasAssumed = false;
        if (field is null)
        {
            return "";
        }

        if (field.Constant is not null)
        {
            return field.Constant;
        }

        var (column, text) = Source(field);
        if (field.Lookup.Count > 0)
        {
            if (Looked(field) is { } found)
            {
                return found;
            }

            if (text.Length > 0 && field.Otherwise is null)
            {
                return Wrong(column, text, "one of: " + string.Join(", ", field.Lookup.Keys));
            }

            text = "";
        }

        WasAssumed = text.Length == 0 && field.Otherwise is not null;
        return WasAssumed ? field.Otherwise! : text;
    }

    /// <summary>The hash of who the client is; null where no combination of columns is filled.</summary>
    public string? Client(FieldMap field, out bool byNameOnly)
    {
        byNameOnly = false;
        foreach (var combination in field.Client)
        {
            var parts = combination.Select(column => (Column: column, Text: Canonical(column, row.Text(column)))).ToList();
            byNameOnly = parts.TrueForAll(p => IsName(p.Column));
            if (byNameOnly && parts.Exists(p => p.Text.Length > 0))
            {
                return key.IdOf(clinic.Id, "name:" + string.Join(' ', parts.Select(p => p.Text).Where(t => t.Length > 0)));
            }

            if (!byNameOnly && parts.TrueForAll(p => p.Text.Length > 0))
            {
                return key.IdOf(clinic.Id, string.Join('\n', parts.Select(p => Kind(p.Column) + p.Text)));
            }
        }

        return null;
    }

    public string? Id(FieldMap? field)
    {
        if (field is null)
        {
            return null;
        }

        if (field.Client.Count > 0)
        {
            return Client(field, out _);
        }

        var text = Text(field);
        if (text.Contains('@', StringComparison.Ordinal))
        {
            Wrong(Source(field).Column, text, "an id that is no e-mail address; who a client is goes under \"client\", which is hashed");
        }

        return text.Length > 0 ? text : null;
    }

    /// <summary>As the contract writes numbers; what is no number is left to the contract's rules.</summary>
    public string Number(FieldMap? field)
    {
        var text = Text(field);
        if (text.Length == 0 || field is not { DecimalComma: true })
        {
            return text;
        }

        return MoneyText.Parse(text, decimalComma: true) is ({ } number, []) ? number.ToString(CultureInfo.InvariantCulture) : Wrong(Source(field).Column, text, "a number such as 1.234,5");
    }

    public DateOnly? Date(FieldMap? field) => Moment(field, IsoDates) is { } moment ? DateOnly.FromDateTime(moment) : null;

    /// <summary>In the clinic's time.</summary>
    public DateTime? Moment(FieldMap? field) => Moment(field, IsoMoments);

    public decimal? Money(FieldMap? field)
    {
        var text = Text(field);
        if (text.Length == 0)
        {
            return null;
        }

        var column = Source(field!).Column;
        if (MoneyText.Parse(text, field!.DecimalComma) is not var (amount, currencies))
        {
            Wrong(column, text, field.DecimalComma ? "an amount such as 1.234,50" : "an amount such as 1,234.50");
            return null;
        }

        if (currencies.Length > 0 && !currencies.Contains(clinic.Currency, StringComparer.Ordinal))
        {
            Wrong(column, text, $"an amount in the clinic's currency, {clinic.Currency}");
            return null;
        }

        return amount;
    }

    public int? Minutes(FieldMap? field)
    {
        var text = Text(field);
        if (text.Length == 0)
        {
            return null;
        }

        if (MinutesText.Parse(text) is { } minutes)
        {
            return minutes;
        }

        Wrong(Source(field!).Column, text, "a duration such as 90, 1h 30min or 1:30");
        return null;
    }

    /// <summary>Notes what is wrong with a field; the first of a row is kept.</summary>
    public string Wrong(string column, string text, string expected)
    {
        Fault ??= new(column, row.ShownText(column, text), expected);
        return "";
    }

    public (string Column, string Text) Source(FieldMap field)
    {
        if (field.Join)
        {
            return (string.Join(" + ", field.Columns), string.Join(' ', field.Columns.Select(row.Text).Where(t => t.Length > 0)));
        }

        var column = field.Columns.FirstOrDefault(c => row.Text(c).Length > 0) ?? field.Columns.FirstOrDefault() ?? "";
        return (column, column.Length == 0 ? "" : row.Text(column));
    }

    /// <summary>The first column whose value the lookup knows; a label of several words may hold one of them.</summary>
    private string? Looked(FieldMap field)
    {
        foreach (var column in field.Columns)
        {
            var text = row.Text(column);
            foreach (var part in text.Split([',', ';', '|']).Prepend(text))
            {
                var match = field.Lookup.FirstOrDefault(l => part.Length > 0 && string.Equals(MapText.Key(l.Key), MapText.Key(part), StringComparison.Ordinal));
                if (match.Key is not null)
                {
                    return match.Value;
                }
            }
        }

        return null;
    }

    private DateTime? Moment(FieldMap? field, string[] iso)
    {
        var text = Text(field);
        if (text.Length == 0)
        {
            return null;
        }

        // 9:00am, 9:00 a.m. and 9:00 AM are one time.
        var plain = HalfDay().Replace(text, " ${half}M").ToUpperInvariant();
        string[] formats = field!.Formats.Count > 0 ? [.. field.Formats] : iso;
        if (!DateTime.TryParseExact(plain, formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var local))
        {
            Wrong(Source(field).Column, text, "a date written " + string.Join(" or ", formats));
            return null;
        }

        return InClinic(field, local);
    }

    private DateTime? InClinic(FieldMap field, DateTime local)
    {
        var name = field.ZoneColumn is { } column && row.Text(column) is { Length: > 0 } said ? said : field.Zone;
        if (name is null || string.Equals(name, clinic.TimeZone, StringComparison.Ordinal))
        {
            return local;
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            Wrong(field.ZoneColumn ?? "", name, "a time zone such as Europe/London");
            return null;
        }

        // An hour that a clock change leaves out is read by the offset before it.
        var instant = new DateTimeOffset(local, zone.GetUtcOffset(local));
        return TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(clinic.TimeZone)).DateTime;
    }

    private static bool IsName(string column) => MapText.Key(column) is var name && (name.Contains("name", StringComparison.Ordinal) || name is "client" or "customer" or "patient");

    private static string Kind(string column) => MapText.Key(column) switch
    {
        var name when name.Contains("mail", StringComparison.Ordinal) => "mail:",
        var name when IsPhone(name) => "phone:",
        _ when IsName(column) => "name:",
        var name => name + ":",
    };

    private static bool IsPhone(string key) => key.Contains("phone", StringComparison.Ordinal) || key.Contains("mobile", StringComparison.Ordinal);

    /// <summary>One person's address, number or name however it is written: case, spaces and punctuation do not count, 0044 is +44.</summary>
    private static string Canonical(string column, string text)
    {
        text = text.Normalize(System.Text.NormalizationForm.FormKC);
        if (!IsPhone(MapText.Key(column)))
        {
            return MapText.Plain(text).ToUpperInvariant();
        }

        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits;
    }

    [GeneratedRegex(@"(?<=\d)\s*(?<half>[ap])\.?m\b\.?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HalfDay();
}
