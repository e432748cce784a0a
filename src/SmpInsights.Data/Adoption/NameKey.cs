namespace SmpInsights.Data.Adoption;

/// <summary>Names that mean the same: whatever their case, spaces and underscores.</summary>
internal static class NameKey
{
    public static string Of(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    public static bool Same(string a, string b) => string.Equals(Of(a), Of(b), StringComparison.Ordinal);
}
