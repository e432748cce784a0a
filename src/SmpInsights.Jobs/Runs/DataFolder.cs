using System.Globalization;
using System.Text;
using SmpInsights.Data.Maps;

namespace SmpInsights.Jobs.Runs;

/// <summary>Where things lie in the data folder.</summary>
public sealed record DataFolder(string Root)
{
    public const string BrandingFile = "branding.json";

    public const string DeliveryFile = "delivery.json";

    public string Definitions => Path.Combine(Root, "definitions");

    public string Branding => Path.Combine(Root, BrandingFile);

    public string Delivery => Path.Combine(Root, DeliveryFile);

    public string Reports => Path.Combine(Root, "reports");

    public string Staging => Path.Combine(Root, "staging");

    public string Rejects => Path.Combine(Root, "rejects.csv");

    public string Warnings => Path.Combine(Root, "warnings.csv");

    public string Inferred => Path.Combine(Root, "inferred.csv");

    public ImportLists Lists => new(Rejects, Warnings, Inferred);

    public (string Rejects, string Warnings) SourceLists => (Path.Combine(Root, "source-rejects.csv"), Path.Combine(Root, "source-warnings.csv"));

    /// <summary>Held open by whoever reads the clinic's own database.</summary>
    public string SourceLock => Path.Combine(Root, "source.lock");

    /// <summary>There while the clinic's own database is checked.</summary>
    public string SourceCheck => Path.Combine(Root, "source-check");

    public string SourceScript => Path.Combine(Root, "smp_source.sql");

    public string ErrorLog => Path.Combine(Root, "errors.log");

    /// <summary>The folder of one published revision.</summary>
    public string Revision(string report, string clinic, string practitioner, string period, int revision)
    {
        var path = Path.Combine(Reports, Encode(report), Encode(clinic));
        if (practitioner.Length > 0)
            path = Path.Combine(path, Encode(practitioner));
        return Path.Combine(path, period, string.Create(CultureInfo.InvariantCulture, $"r{revision}"));
    }

    /// <summary>Percent-encodes what is not a letter, digit, - or _, so that any id is one safe folder name.</summary>
    public static string Encode(string id)
    {
        var text = new StringBuilder(id.Length);
        foreach (var b in Encoding.UTF8.GetBytes(id))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'_')
                text.Append((char)b);
            else
                text.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }

        return text.ToString();
    }
}
