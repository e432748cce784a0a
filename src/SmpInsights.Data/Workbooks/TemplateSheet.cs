using System.Globalization;
using System.Text;
using SmpInsights.Data.Import;

namespace SmpInsights.Data.Workbooks;

/// <summary>One table's empty sheet: a header that explains itself, formats for what will be written below it, and lists to choose from.</summary>
internal static class TemplateSheet
{
    /// <summary>Rows with formats and lists; an import reads beyond them too.</summary>
    private const int Rows = 5000;

    private const int NarrowestColumn = 12;

    public static string Xml(ContractTable table)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{TemplatePackage.Main}\" xmlns:r=\"{TemplatePackage.Office}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        xml.Append(CultureInfo.InvariantCulture, $"<dimension ref=\"A1:{Letter(table.Columns.Count - 1)}1\"/><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>");
        foreach (var (i, column) in table.Columns.Index())
        {
            xml.Append(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{Math.Max(NarrowestColumn, column.Name.Length + 4)}\" style=\"{Style(column)}\" customWidth=\"1\"/>");
        }

        xml.Append("</cols><sheetData><row r=\"1\" ht=\"21\" customHeight=\"1\">");
        foreach (var (i, column) in table.Columns.Index())
        {
            xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{Letter(i)}1\" s=\"{(column.Required ? TemplateStyles.Needed : TemplateStyles.Optional)}\" t=\"inlineStr\"><is><t>{column.Name}</t></is></c>");
        }

        xml.Append("</row></sheetData>");
        var validations = table.Columns.Index().Select(c => Validation(c.Item, Letter(c.Index))).OfType<string>().ToList();
        if (validations.Count > 0)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<dataValidations count=\"{validations.Count}\">").AppendJoin("", validations).Append("</dataValidations>");
        }

        return xml.Append("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/><legacyDrawing r:id=\"rId1\"/></worksheet>").ToString();
    }

    public static string Comments(ContractTable table) =>
        $"<comments xmlns=\"{TemplatePackage.Main}\"><authors><author>SmpInsights</author></authors><commentList>"
        + string.Concat(table.Columns.Select((c, i) => $"<comment ref=\"{Letter(i)}1\" authorId=\"0\"><text><r><rPr><sz val=\"9\"/><rFont val=\"Tahoma\"/></rPr><t xml:space=\"preserve\">{TemplatePackage.Escape(TemplateText.Of(table, c))}</t></r></text></comment>"))
        + "</commentList></comments>";

    /// <summary>Where each comment is shown; Excel needs a drawing of it in its old language of shapes.</summary>
    public static string Boxes(ContractTable table) =>
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
        + "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout><v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>"
        + string.Concat(table.Columns.Select((_, i) => string.Create(CultureInfo.InvariantCulture,
            $"<v:shape id=\"_x0000_s{1025 + i}\" type=\"#_x0000_t202\" style=\"position:absolute;margin-left:60pt;margin-top:2pt;width:170pt;height:75pt;z-index:{i + 1};visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{i + 1}, 15, 1, 4, {i + 3}, 31, 5, 12</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>0</x:Row><x:Column>{i}</x:Column></x:ClientData></v:shape>")))
        + "</xml>";

    /// <summary>Ids and codes are text, so that 00123 stays what it is; dates are dates.</summary>
    private static int Style(ContractColumn column) => column.Kind switch
    {
        CellKind.Date => TemplateStyles.Date,
        CellKind.Money => TemplateStyles.Money,
        CellKind.Whole or CellKind.BirthYear or CellKind.Real or CellKind.PositiveReal => TemplateStyles.General,
        _ => TemplateStyles.Text,
    };

    private static string? Validation(ContractColumn column, string letter) => column switch
    {
        { Kind: CellKind.Code } => Rule(letter, "list", null, [$"\"{string.Join(',', column.Codes)}\""], "Choose one of the list."),
        { Kind: CellKind.Flag } => Rule(letter, "list", null, ["\"yes,no\""], "yes or no."),
        { References: { } table } => Rule(letter, "list", null, [$"{table}!$A$2:$A${Rows.ToString(CultureInfo.InvariantCulture)}"], $"An id of the sheet {table}."),
        { Kind: CellKind.Date } => Rule(letter, "date", "greaterThanOrEqual", ["1"], "A day, such as 2026-03-31."),
        { Kind: CellKind.Whole, Max: < double.PositiveInfinity } => Rule(letter, "whole", "between", [Number(column.Min), Number(column.Max)], $"A whole number from {Number(column.Min)} to {Number(column.Max)}."),
        { Kind: CellKind.Whole } => Rule(letter, "whole", "greaterThanOrEqual", [Number(column.Min)], $"A whole number, {Number(column.Min)} or more."),
        { Kind: CellKind.BirthYear } => Rule(letter, "whole", "greaterThanOrEqual", [Number(CellParser.EarliestYear)], "A year, such as 1984."),
        { Kind: CellKind.Real, Max: < double.PositiveInfinity } => Rule(letter, "decimal", "between", [Number(column.Min), Number(column.Max)], $"A number from {Number(column.Min)} to {Number(column.Max)}."),
        { Kind: CellKind.Real } => Rule(letter, "decimal", "greaterThanOrEqual", [Number(column.Min)], $"A number, {Number(column.Min)} or more."),
        { Kind: CellKind.PositiveReal } => Rule(letter, "decimal", "greaterThan", ["0"], "A number above 0."),
        _ => null,
    };

    private static string Rule(string letter, string type, string? comparison, string[] formulas, string error) =>
        $"<dataValidation type=\"{type}\"{(comparison is null ? "" : $" operator=\"{comparison}\"")} allowBlank=\"1\" showErrorMessage=\"1\" errorTitle=\"SmpInsights\" error=\"{TemplatePackage.Escape(error)}\" sqref=\"{letter}2:{letter}{Rows.ToString(CultureInfo.InvariantCulture)}\">"
        + string.Concat(formulas.Select((f, i) => string.Create(CultureInfo.InvariantCulture, $"<formula{i + 1}>{f}</formula{i + 1}>"))) + "</dataValidation>";

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>No table has more columns than the alphabet letters.</summary>
    private static string Letter(int column) => ((char)('A' + column)).ToString();
}
