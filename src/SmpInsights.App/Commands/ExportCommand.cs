using System.CommandLine;
using System.Globalization;
using SmpInsights.App.Adoption;
using SmpInsights.App.Exports;
using SmpInsights.App.Terminal;
using SmpInsights.Jobs.Brands;

namespace SmpInsights.App.Commands;

/// <summary><c>smp export finance --from DATE --to DATE --out FILE</c>: payments of any range as a workbook or a CSV file.</summary>
internal static class ExportCommand
{
    public static Command Make(Option<DataPlace> data)
    {
        var from = new Option<string>("--from") { Description = "The first day.", HelpName = "YYYY-MM-DD", Required = true };
        var to = new Option<string>("--to") { Description = "The last day, which belongs to the range.", HelpName = "YYYY-MM-DD", Required = true };
        var output = new Option<string>("--out") { Description = "A workbook of one currency a sheet (.xlsx), or one CSV file with the currency as a column (.csv).", HelpName = "FILE", Required = true };
        var clinic = new Option<string?>("--clinic") { Description = "One clinic; all where not given.", HelpName = "ID" };
        var force = new Option<bool>("--force") { Description = "Replace the file if it is there." };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var finance = new Command("finance", "Export payments, with totals that reconcile.") { from, to, output, clinic, force, json };
        finance.SetAction(async (parsed, cancellation) =>
        {
            var (first, last) = (Day("--from", parsed.GetValue(from)!), Day("--to", parsed.GetValue(to)!));
            if (last < first)
                throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--to: {last:yyyy-MM-dd} is before --from {first:yyyy-MM-dd}."));
            var target = new ExportTarget("--out", parsed.GetValue(output)!, parsed.GetValue(force), ".xlsx", ".csv");
            var session = new SmpSession(parsed.GetValue(data)!);
            await SourceFreshness.RefreshAsync(session, cancellation).ConfigureAwait(false);
            var clinics = session.Reader.Clinics();
            if (parsed.GetValue(clinic) is { } id && clinics.All(c => !string.Equals(c.Id, id, StringComparison.Ordinal)))
                throw new UsageException($"--clinic: there is no clinic \"{id}\"; there are: {string.Join(", ", clinics.Select(c => c.Id))}.");
            var brands = BrandBook.Load(session.Folder);
            var branded = parsed.GetValue(clinic) ?? (clinics.Count == 1 ? clinics[0].Id : null);
            var band = (branded is null ? brands.Default : brands.Of(branded)).Band;
            var result = await TerminalProgress.ShowAsync(show => Task.Run(
                () => FinanceExport.Run(session.Database, parsed.GetValue(clinic), first, last, target, band, share => show(Path.GetFileName(target.Path), share), cancellation), CancellationToken.None)).ConfigureAwait(false);
            if (!target.IsWorkbook && result.Totals.Count(t => t.Total.Payments > 0) > 1)
                await Console.Error.WriteLineAsync("smp: the file holds more than one currency; add up within one value of its column currency only.").ConfigureAwait(false);
            if (parsed.GetValue(json))
                JsonOut.Print(ExportText.Json(result));
            else
                ExportText.Print(result);
            return ExitCode.Done;
        });
        return new Command("export", "Hand data on to other programs.") { finance };
    }

    private static DateOnly Day(string option, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 9998
            ? day
            : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{option}: \"{text}\" is no date; expected YYYY-MM-DD, such as {SmpSession.LastMonth().First:yyyy-MM-dd}."));
}
