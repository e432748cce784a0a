using System.Security.Cryptography;
using System.Text;

namespace SmpInsights.Data.Schema;

/// <summary>One numbered file of <c>sql/schema/{dialect}</c>. Its checksum does not depend on the line ends of a checkout.</summary>
internal sealed record Migration(string Name, string Sql)
{
    public string Checksum { get; } = Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    public static IReadOnlyList<Migration> Embedded(string dialect)
    {
        var folder = $"sql/schema/{dialect}/";
        return [.. SqlFile.In(folder)
            .Where(name => char.IsAsciiDigit(name[folder.Length]))
            .Select(name => new Migration(name[folder.Length..^".sql".Length], SqlFile.Text(name)))];
    }
}
