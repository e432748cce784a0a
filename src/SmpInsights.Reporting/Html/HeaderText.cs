using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Html;

/// <summary>A table's header, broken between words only: "touch-ups" stays whole, and so do a lone letter with its word ("p adjusted") and what is in brackets ("(1 to 5)").</summary>
internal static class HeaderText
{
    public static string Html(string header) => string.Join(' ', Pieces(header).Select(piece =>
        piece.Length <= BreakableText.LongestWord && piece.AsSpan().ContainsAny('-', ' ') ? $"<span class=\"word\">{XmlText.Escape(piece)}</span>" : XmlText.Escape(piece)));

    /// <summary>What can't be broken; no longer than a word of a cell may be.</summary>
    public static IReadOnlyList<string> Pieces(string header)
    {
        var pieces = new List<string>();
        foreach (var word in XmlText.Kept(XmlText.Clean(header)).Split(' '))
        {
            if (pieces.Count > 0 && (pieces[^1].Length == 1 || IsOpen(pieces[^1])) && pieces[^1].Length + word.Length < BreakableText.LongestWord)
                pieces[^1] += " " + word;
            else
                pieces.Add(word);
        }

        return pieces;
    }

    private static bool IsOpen(string piece) => piece.StartsWith('(') && !piece.Contains(')', StringComparison.Ordinal);
}
