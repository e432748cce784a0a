using System.Globalization;
using System.Text;

namespace SmpInsights.Reporting.Documents;

/// <summary>A name that people gave, within a sentence or a label that goes on after it. Tables hold it as it is.</summary>
internal static class NameInText
{
    /// <summary>Characters; a sentence about two names must stay one that is read.</summary>
    public const int Longest = 48;

    /// <summary>Fixes the direction on both sides of a name written from right to left: else the numbers after it would change places with it.</summary>
    private const char LeftToRightMark = '\u200E';

    public static string Of(string name) => Whole(Shortened(name));

    /// <summary>At its full length, where the name stands nowhere else.</summary>
    public static string Whole(string name) => name.EnumerateRunes().Any(IsRightToLeft) ? LeftToRightMark + name + LeftToRightMark : name;

    private static string Shortened(string name)
    {
        var starts = StringInfo.ParseCombiningCharacters(name);
        return starts.Length <= Longest ? name : name[..starts[Longest - 1]].TrimEnd() + "…";
    }

    /// <summary>The blocks of Hebrew, Arabic and their neighbours (Unicode, DerivedBidiClass).</summary>
    private static bool IsRightToLeft(Rune rune) => rune.Value is >= 0x0590 and <= 0x08FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFF or >= 0x10800 and <= 0x10FFF or >= 0x1E800 and <= 0x1EFFF;
}
