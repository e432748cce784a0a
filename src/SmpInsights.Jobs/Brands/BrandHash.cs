using System.Security.Cryptography;
using System.Text;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Jobs.Brands;

/// <summary>What a revision was made from beside the rows: the definition, and the branding of its clinic where there is one. Another clinic's logo makes no new revision.</summary>
internal static class BrandHash
{
    public static string With(string definitionHash, Branding branding)
    {
        if (branding == Branding.None)
            return definitionHash;
        var logo = branding.Logo is { } image ? image.MediaType + Convert.ToHexStringLower(SHA256.HashData(image.Bytes)) : string.Empty;
        // The name last: it is the only part that may hold a line break.
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', definitionHash, branding.Band?.ToString(), branding.Accent?.ToString(), logo, branding.Name is null ? string.Empty : "=" + branding.Name))));
    }
}
