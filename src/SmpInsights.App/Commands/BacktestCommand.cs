using System.CommandLine;
using System.Globalization;
using SmpInsights.App.Adoption;
using SmpInsights.App.Metrics;
using SmpInsights.App.Terminal;
using SmpInsights.Outcomes.Forecast;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.App.Commands;

/// <summary><c>smp backtest</c>: forecasts as they would have been made at past month ends, beside what came of them.</summary>
internal static class BacktestCommand
{
    private const string Expected = "YYYY-MM or YYYY-MM-DD";

    public static Command Make(Option<DataPlace> data)
    {
        var from = new Option<string>("--from") { Description = "The first day, or month, a forecast may be as of.", HelpName = Expected, Required = true };
        var to = new Option<string>("--to") { Description = "The last day, or month, a forecast may be as of.", HelpName = Expected, Required = true };
        var clinic = new Option<string?>("--clinic") { Description = "One clinic; every clinic where not given.", HelpName = "ID" };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var command = new Command("backtest", "Forecast from past month ends and see how often the intervals held the truth.") { from, to, clinic, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var days = MonthEnds(Day(parsed.GetValue(from), "--from", last: false), Day(parsed.GetValue(to), "--to", last: true));
            var session = new SmpSession(parsed.GetValue(data)!);
            await SourceFreshness.RefreshAsync(session, cancellation).ConfigureAwait(false);
            var clinics = session.Reader.Clinics();
            if (clinics.Count == 0)
                throw new FailureException($"{session.Folder.Root} holds no clinic yet. Import one first: smp import DIR --data {session.Folder.Root}");
            if (parsed.GetValue(clinic) is { } id && clinics.All(c => !string.Equals(c.Id, id, StringComparison.Ordinal)))
                throw new UsageException($"--clinic: there is no clinic \"{id}\"; there are: {string.Join(", ", clinics.Select(c => c.Id))}.");
            var result = await TerminalProgress.ShowAsync(show => Task.Run(
                () => Backtest.Of(session.Reader.Read(parsed.GetValue(clinic)), days, SmpSession.TodayHere(), progress: new Direct<double>(share => show("Forecasting from past months", share)), cancellation: cancellation),
                CancellationToken.None)).ConfigureAwait(false);
            if (parsed.GetValue(json))
                JsonOut.Print(BacktestJson.Of(result));
            else
                BacktestText.Print(Console.Out, result);
            return ExitCode.Done;
        });
        return command;
    }

    private static List<DateOnly> MonthEnds(DateOnly from, DateOnly to)
    {
        if (from > to)
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--from {from:yyyy-MM-dd} lies after --to {to:yyyy-MM-dd}."));
        if (to > SmpSession.TodayHere())
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--to: {to:yyyy-MM-dd} is not over yet; the last whole month is {SmpSession.LastMonth()}."));
        var days = new List<DateOnly>();
        for (var month = ReportMonth.Of(from); month.Last <= to; month = month.Add(1))
            days.Add(month.Last);
        return days.Count > 0 ? days : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"No month ends between {from:yyyy-MM-dd} and {to:yyyy-MM-dd}."));
    }

    private static DateOnly Day(string? text, string option, bool last) =>
        ReportMonth.TryParse(text, out var month) ? last ? month.Last : month.First
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= ReportMonth.EarliestReportYear and < 9998 ? day
        : throw new UsageException($"{option}: \"{text}\" is neither a month nor a day; expected {Expected}, such as {SmpSession.LastMonth()}.");
}
