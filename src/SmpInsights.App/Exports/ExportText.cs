using System.Globalization;
using System.Text.Json.Nodes;
using SmpInsights.App.Terminal;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.App.Exports;

/// <summary>How an export is told.</summary>
internal static class ExportText
{
    public static void Print(ExportResult result)
    {
        Console.Out.WriteLine(result.File);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Payments} {(result.Payments == 1 ? "payment" : "payments")}{Sheets(result)}"));
        if (result.Totals.Count == 0)
            return;
        var table = new TextTable("currency", "payments", "opening", "gross", "refunds", "closing", "difference", "tax", "net");
        foreach (var t in result.Totals)
        {
            string Money(decimal amount) => amount.ToString("F" + Currencies.Decimals(t.Currency).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            table.Add(t.Currency, t.Total.Payments, Money(t.Opening), Money(t.Total.Gross), Money(t.Total.Refunds), Money(t.Closing), Money(t.Difference), Money(t.Total.Tax), Money(t.Total.Net));
        }

        table.Print(Console.Out);
    }

    public static JsonNode Json(ExportResult result) => new JsonObject
    {
        ["file"] = result.File,
        ["payments"] = result.Payments,
        ["sheets"] = new JsonArray([.. result.Sheets.Select(s => new JsonObject { ["name"] = s.Name, ["currency"] = s.Currency, ["payments"] = s.Payments })]),
        ["totals"] = new JsonArray([.. result.Totals.Select(t => new JsonObject
        {
            ["currency"] = t.Currency,
            ["payments"] = t.Total.Payments,
            ["opening"] = t.Opening,
            ["gross"] = t.Total.Gross,
            ["refunds"] = t.Total.Refunds,
            ["received"] = t.Total.Received,
            ["closing"] = t.Closing,
            ["difference"] = t.Difference,
            ["tax"] = t.Total.Tax,
            ["net"] = t.Total.Net,
        })]),
    };

    /// <summary>" in 2 sheets: EUR (3), GBP (12)".</summary>
    private static string Sheets(ExportResult result) => result.Sheets.Count == 0 ? string.Empty
        : string.Create(CultureInfo.InvariantCulture, $" in {result.Sheets.Count} {(result.Sheets.Count == 1 ? "sheet" : "sheets")}: {string.Join(", ", result.Sheets.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Name} ({s.Payments})")))}");
}
