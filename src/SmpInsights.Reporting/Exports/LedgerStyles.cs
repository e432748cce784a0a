using System.Globalization;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Exports;

/// <summary>The cell formats of an exported workbook, by their place in its style sheet.</summary>
internal static class LedgerStyles
{
    public const int Text = 1;
    public const int Quoted = 2;
    public const int Date = 3;
    public const int Header = 4;
    public const int HeaderRight = 5;
    public const int TotalText = 6;
    public const int Whole = 7;
    public const int Note = 8;
    private const int FirstMoney = 9;
    private const int FirstTotal = 12;

    /// <summary>Formats of amounts with 0, 2 and 3 decimals: as many as there are kinds of currency.</summary>
    private static readonly string[] Amounts = ["#,##0", "#,##0.00", "#,##0.000"];

    public static int Money(string currency) => FirstMoney + Place(currency);

    public static int TotalMoney(string currency) => FirstTotal + Place(currency);

    /// <summary>The product's colour behind headers, as <c>RRGGBB</c>.</summary>
    public const string Band = "123B57";

    /// <param name="band">The colour behind headers, as <c>RRGGBB</c>.</param>
    public static string Xml(string band) => Sheet(band);

    private static int Place(string currency) => Currencies.Decimals(currency) switch { 0 => 0, 3 => 2, _ => 1 };

    private static string Sheet(string band)
    {
        const string Plain = "fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"";
        const string Total = "fontId=\"1\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyFont=\"1\" applyBorder=\"1\"";
        const string Head = "fontId=\"2\" fillId=\"2\" borderId=\"0\" xfId=\"0\" numFmtId=\"49\" applyFont=\"1\" applyFill=\"1\" applyNumberFormat=\"1\" applyAlignment=\"1\"";
        static string Format(int i) => string.Create(CultureInfo.InvariantCulture, $"numFmtId=\"{164 + i}\" applyNumberFormat=\"1\"");
        string[] cells =
        [
            $"<xf numFmtId=\"0\" {Plain}/>",
            $"<xf numFmtId=\"49\" {Plain} applyNumberFormat=\"1\"/>",
            $"<xf numFmtId=\"49\" {Plain} applyNumberFormat=\"1\" quotePrefix=\"1\"/>",
            $"<xf {Format(Amounts.Length)} {Plain} applyAlignment=\"1\"><alignment horizontal=\"left\"/></xf>",
            $"<xf {Head}><alignment horizontal=\"left\" vertical=\"center\"/></xf>",
            $"<xf {Head}><alignment horizontal=\"right\" vertical=\"center\" indent=\"2\"/></xf>",
            $"<xf numFmtId=\"49\" {Total} applyNumberFormat=\"1\"/>",
            $"<xf {Format(0)} {Plain}/>",
            "<xf numFmtId=\"49\" fontId=\"3\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>",
            .. Amounts.Select((_, i) => $"<xf {Format(i)} {Plain}/>"),
            .. Amounts.Select((_, i) => $"<xf {Format(i)} {Total}/>"),
        ];
        var formats = string.Concat(Amounts.Append("yyyy-mm-dd").Select((format, i) => string.Create(CultureInfo.InvariantCulture, $"<numFmt numFmtId=\"{164 + i}\" formatCode=\"{format}\"/>")));
        const string Arial = "<name val=\"Arial\"/><family val=\"2\"/>";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + string.Create(CultureInfo.InvariantCulture, $"<numFmts count=\"{Amounts.Length + 1}\">{formats}</numFmts>")
            + $"<fonts count=\"4\"><font><sz val=\"10\"/>{Arial}</font><font><b/><sz val=\"10\"/>{Arial}</font><font><b/><sz val=\"10\"/><color rgb=\"FFFFFFFF\"/>{Arial}</font><font><i/><sz val=\"10\"/><color rgb=\"FF55606E\"/>{Arial}</font></fonts>"
            + $"<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF{band}\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>"
            + "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top style=\"medium\"><color auto=\"1\"/></top><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + string.Create(CultureInfo.InvariantCulture, $"<cellXfs count=\"{cells.Length}\">{string.Concat(cells)}</cellXfs>")
            + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";
    }
}
