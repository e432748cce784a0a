using System.CommandLine;
using System.Globalization;
using SmpInsights.App.Adoption;
using SmpInsights.App.Metrics;
using SmpInsights.App.Terminal;

namespace SmpInsights.App.Commands;

/// <summary><c>smp metrics</c>: every metric of what is stored, raw.</summary>
internal static class MetricsCommand
{
    public static Command Make(Option<DataPlace> data)
    {
        var asOf = new Option<string?>("--as-of") { Description = "The day up to which rows count; today where not given.", HelpName = "YYYY-MM-DD" };
        var clinic = new Option<string?>("--clinic") { Description = "One clinic; all together where not given.", HelpName = "ID" };
        var by = By();
        var clients = new Option<bool>("--clients") { Description = "Also each client's own fade, with the day on which a touch-up is due." };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var command = new Command("metrics", "Print every metric of what is stored.") { asOf, clinic, by, clients, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var day = Day(parsed.GetValue(asOf));
            var session = new SmpSession(parsed.GetValue(data)!);
            await SourceFreshness.RefreshAsync(session, cancellation).ConfigureAwait(false);
            var clinics = session.Reader.Clinics();
            if (clinics.Count == 0)
                throw new FailureException($"{session.Folder.Root} holds no clinic yet. Import one first: smp import DIR --data {session.Folder.Root}");
            if (parsed.GetValue(clinic) is { } id && clinics.All(c => !string.Equals(c.Id, id, StringComparison.Ordinal)))
                throw new UsageException($"--clinic: there is no clinic \"{id}\"; there are: {string.Join(", ", clinics.Select(c => c.Id))}.");
            var metrics = MetricsDocument.Of(session.Reader.Read(parsed.GetValue(clinic)), day, Grouping.Find(parsed.GetValue(by)!)!);
            if (parsed.GetValue(json))
                JsonOut.Print(MetricsJson.Of(metrics, parsed.GetValue(clients)));
            else
                MetricsText.Print(metrics, parsed.GetValue(clients));
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<string> By()
    {
        string[] known = [.. Grouping.All.Select(g => g.Option)];
        var by = new Option<string>("--by") { Description = "What is compared.", HelpName = string.Join('|', known), DefaultValueFactory = _ => Grouping.Technique.Option };
        by.CompletionSources.Add(known);
        by.Validators.Add(given =>
        {
            if (given.Tokens.Select(t => t.Value).FirstOrDefault(v => Grouping.Find(v) is null) is { } wrong)
                given.AddError($"--by: \"{wrong}\" is none of {string.Join(", ", known)}.");
        });
        return by;
    }

    private static DateOnly Day(string? text) =>
        text is null ? SmpSession.TodayHere()
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1902 and < 9998 ? day
        : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--as-of: \"{text}\" is no date; expected YYYY-MM-DD, such as {SmpSession.LastMonth().Last:yyyy-MM-dd}."));
}
