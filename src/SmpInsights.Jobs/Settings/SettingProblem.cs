using System.Globalization;

namespace SmpInsights.Jobs.Settings;

/// <summary>
/// What is wrong in a file that a person wrote, and where. Line and column count from 1; <paramref name="Field"/> is the path with dots, empty for the whole file;
/// <paramref name="Value"/> is what stands there, null where nothing does; <paramref name="Expected"/> follows "is not" or, without a value, stands alone.
/// </summary>
public sealed record SettingProblem(string File, int Line, int Column, string Field, string? Value, string Expected)
{
    private const int LongestValue = 80;

    /// <summary>One sentence for a person, with the place before it.</summary>
    public string Sentence => string.Create(CultureInfo.InvariantCulture, $"{File}, line {Line}{(Field.Length == 0 ? string.Empty : $", field \"{Field}\"")}: {(Value is null ? Expected : $"\"{Shortened(Value)}\" is not {Expected}")}.");

    private static string Shortened(string value) => (value.Length <= LongestValue ? value : value[..LongestValue] + "…").ReplaceLineEndings(" ");
}
