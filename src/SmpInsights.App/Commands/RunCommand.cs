using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using SmpInsights.App.Adoption;
using SmpInsights.App.Terminal;
using SmpInsights.Data.Reading;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Runs;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.App.Commands;

/// <summary><c>smp run REPORT --month YYYY-MM [--clinic ID [--practitioner ID] | --all]</c>: makes reports now, through the ledger like any other run.</summary>
internal static class RunCommand
{
    public static Command Make(Option<DataPlace> data)
    {
        var report = new Argument<string>("report") { Description = "The report's id, as in: smp report list." };
        var month = new Option<string>("--month") { Description = "The month to report, over by now.", HelpName = "YYYY-MM", Required = true };
        var clinic = new Option<string?>("--clinic") { Description = "One clinic.", HelpName = "ID" };
        var practitioner = new Option<string?>("--practitioner") { Description = "One practitioner of that clinic; each one where left out.", HelpName = "ID" };
        var all = new Option<bool>("--all") { Description = "Every clinic." };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var command = new Command("run", "Make a report.") { report, month, clinic, practitioner, all, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (!ReportMonth.TryParse(parsed.GetValue(month), out var period))
                throw new UsageException($"--month: \"{parsed.GetValue(month)}\" is no month; expected YYYY-MM, such as {SmpSession.LastMonth()}.");
            if (!SmpSession.IsOverSomewhere(period))
                throw new UsageException($"--month: {period} is not over yet; the last whole month is {SmpSession.LastMonth()}.");
            if (parsed.GetValue(all) == parsed.GetValue(clinic) is not null)
                throw new UsageException("Say either --clinic ID or --all.");
            var session = new SmpSession(parsed.GetValue(data)!);
            if (!session.Definitions.TryGet(parsed.GetValue(report)!, out var definition))
                throw new UsageException($"There is no report \"{parsed.GetValue(report)}\"; there are: {string.Join(", ", session.Definitions.All.Select(d => d.Id))}.");
            RequireScope(definition, parsed.GetValue(clinic), parsed.GetValue(practitioner));
            await SourceFreshness.RefreshAsync(session, cancellation).ConfigureAwait(false);
            var clinics = Chosen(session, parsed.GetValue(clinic));
            if (clinics.FirstOrDefault(c => SmpSession.TodayIn(c) <= period.Last) is { } early)
                throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--month: {period} is not over yet in {early.TimeZone} (clinic {early.Id}); the last whole month is {ReportMonth.Of(SmpSession.TodayIn(early)).Previous}."));

            var outcomes = await ReportRequests.RunAsync(session, [.. Subjects(session, definition, clinics, parsed.GetValue(practitioner)).Select(s => s.Key(definition.Id, period.ToString()))], cancellation).ConfigureAwait(false);
            if (parsed.GetValue(json))
                JsonOut.Print(new JsonObject { ["runs"] = new JsonArray([.. outcomes.Select(OutcomeText.Json)]) });
            else
                foreach (var outcome in outcomes)
                    OutcomeText.Print(outcome);
            return outcomes.All(o => o is RunOutcome.Done or RunOutcome.Unchanged) ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    private static void RequireScope(ReportDefinition definition, string? clinic, string? practitioner)
    {
        if (clinic is not null && string.Equals(definition.Kind.Scope, ReportScope.Network, StringComparison.Ordinal))
            throw new UsageException($"--clinic: {definition.Id} is about all clinics together; say --all.");
        if (practitioner is null)
            return;
        if (!string.Equals(definition.Kind.Scope, ReportScope.Practitioner, StringComparison.Ordinal))
            throw new UsageException($"--practitioner: {definition.Id} is not about single practitioners.");
        if (clinic is null)
            throw new UsageException("--practitioner: say whose clients it is about with --clinic ID.");
    }

    private static IReadOnlyList<RunSubject> Subjects(SmpSession session, ReportDefinition definition, IReadOnlyList<ClinicRow> clinics, string? practitioner)
    {
        var subjects = RunSubject.Of(definition.Kind.Scope, clinics, session.Reader.Treating());
        if (practitioner is null)
            return subjects.Count > 0 ? subjects : throw new FailureException($"Nobody is recorded who treats clients of {string.Join(", ", clinics.Select(c => c.Id))}.");
        var one = subjects.Where(s => string.Equals(s.Practitioner, practitioner, StringComparison.Ordinal)).ToList();
        return one.Count > 0 ? one : throw new UsageException($"--practitioner: nobody with the id \"{practitioner}\" treats clients of {clinics[0].Id}; there are: {string.Join(", ", subjects.Select(s => s.Practitioner))}.");
    }

    private static List<ClinicRow> Chosen(SmpSession session, string? id)
    {
        var clinics = session.Reader.Clinics();
        if (clinics.Count == 0)
            throw new FailureException($"{session.Folder.Root} holds no clinic yet. Import one first: smp import DIR --data {session.Folder.Root}");
        if (id is null)
            return [.. clinics];
        return clinics.FirstOrDefault(c => string.Equals(c.Id, id, StringComparison.Ordinal)) is { } one
            ? [one]
            : throw new UsageException($"--clinic: there is no clinic \"{id}\"; there are: {string.Join(", ", clinics.Select(c => c.Id))}.");
    }
}
