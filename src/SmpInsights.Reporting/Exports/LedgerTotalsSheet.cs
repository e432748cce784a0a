using SmpInsights.Reporting.Workbooks;

namespace SmpInsights.Reporting.Exports;

/// <summary>The first sheet of an exported ledger: each currency's opening, in, out and closing, over the tables of payments, beside the sum of all payments.</summary>
internal static class LedgerTotalsSheet
{
    public const string Name = "Totals";

    /// <summary>What a header leaves to its indent and the button of the filter.</summary>
    private const double BesideHeader = 4;

    private static readonly string[] Headers = ["Currency", "Payments", "Opening", "Gross", "Refunds", "Received", "Closing", "Tax", "Net", "Sum of payments", "Difference"];

    /// <param name="package">Where the sheet goes.</param>
    /// <param name="totals">A row each.</param>
    /// <param name="tables">The currency and name of each table of payments.</param>
    /// <param name="note">Stands below.</param>
    public static void Write(LedgerPackage package, IReadOnlyList<ExportedCurrency> totals, IReadOnlyList<(string Currency, string Table)> tables, string note)
    {
        using var stream = package.BeginSheet(Name, [.. Headers.Select(header => Math.Max(16, SheetText.Room(header, bold: true) + BesideHeader))]);
        var xml = new Utf8Sink(stream);
        var sheet = new SheetXml(xml);
        sheet.BeginRow();
        for (var i = 0; i < Headers.Length; i++)
            sheet.Text(Headers[i], i == 0 ? LedgerStyles.Header : LedgerStyles.HeaderRight);
        sheet.EndRow();
        foreach (var total in totals)
            Row(sheet, total, [.. tables.Where(t => string.Equals(t.Currency, total.Currency, StringComparison.Ordinal)).Select(t => t.Table)]);
        if (totals.Count == 0)
            Line(sheet, "No payments.", LedgerStyles.Text);
        var last = sheet.Row;
        Line(sheet, null, LedgerStyles.Note);
        Line(sheet, note, LedgerStyles.Note);
        Line(sheet, "Opening: all received before the first day. Closing: opening, gross and refunds. Currencies are never added together.", LedgerStyles.Note);
        Line(sheet, "Sum of payments: every payment up to the last day, as the database adds them.", LedgerStyles.Note);
        xml.Flush();
        package.EndSheet(stream, Name, Headers, last);
    }

    private static void Row(SheetXml sheet, ExportedCurrency total, IReadOnlyList<string> tables)
    {
        var money = LedgerStyles.Money(total.Currency);
        void Over(string function, string column, decimal value, int style)
        {
            if (tables.Count == 0)
                sheet.Number(value, style);
            else
                sheet.Formula($"{function}({string.Join(',', tables.Select(t => $"{t}[{column}]"))})", value, style);
        }

        sheet.BeginRow();
        string At(char column) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{column}{sheet.Row}");
        sheet.Text(total.Currency);
        Over("COUNT", "Gross", total.Total.Payments, LedgerStyles.Whole);
        sheet.Number(total.Opening, money);
        Over("SUM", "Gross", total.Total.Gross, money);
        Over("SUM", "Refunds", total.Total.Refunds, money);
        Over("SUM", "Received", total.Total.Received, money);
        sheet.Formula($"{At('C')}+{At('D')}+{At('E')}", total.Closing, money);
        Over("SUM", "Tax", total.Total.Tax, money);
        Over("SUM", "Net", total.Total.Net, money);
        sheet.Number(total.SumOfPayments, money);
        sheet.Formula($"ROUND({At('G')}-{At('J')},4)", total.Difference, money);
        sheet.EndRow();
    }

    private static void Line(SheetXml sheet, string? text, int style)
    {
        sheet.BeginRow();
        sheet.Text(text, style);
        sheet.EndRow();
    }
}
