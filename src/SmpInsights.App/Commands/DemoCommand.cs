using System.CommandLine;
using System.Text.Json;
using SmpInsights.App.Demo;
using SmpInsights.Data.Reading;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Runs;
using SmpInsights.Outcomes.Time;
using SmpInsights.Reporting.Monthly;

namespace SmpInsights.App.Commands;

/// <summary>
/// <c>smp demo</c>: synthetic clinics as CSV files, imported and reported like anyone's. What was asked for is noted beside them, so that a second time finds everything as it was, and a demo that was cut short is finished.
/// </summary>
internal static class DemoCommand
{
    public static Command Make(Option<DataPlace> data)
    {
        var clinics = WholeNumber.Option("--clinics", $"How many clinics, 1 to {DemoOptions.MostClinics}.", 3);
        var months = WholeNumber.Option("--months", $"How many months of new clients, 1 to {DemoOptions.MostMonths}.", 24);
        var seed = WholeNumber.Option("--seed", "Another seed gives other clinics.", 1);
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var command = new Command("demo", "Make synthetic clinics and show last month's reports of them.") { clinics, months, seed, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var asked = new DemoOptions(WholeNumber.Between(parsed.GetValue(clinics)!.Value, 1, DemoOptions.MostClinics, "--clinics"), WholeNumber.Between(parsed.GetValue(months)!.Value, 1, DemoOptions.MostMonths, "--months"), parsed.GetValue(seed)!.Value, SmpSession.TodayHere());
            var session = new SmpSession(parsed.GetValue(data)!, create: true);
            var definitions = session.Definitions.All;
            var options = Settle(session, asked);
            var folder = Path.Combine(session.Folder.Root, "demo");
            DemoClinics.Write(options, folder);
            var imported = await ImportCommand.RunAsync(session, folder, cancellation).ConfigureAwait(false);
            if (imported.Rejected > 0)
                throw new FailureException($"The demo's own rows were rejected; see {session.Folder.Rejects}.");
            var month = ReportMonth.Of(options.Today).Previous;
            var (places, treating) = (session.Reader.Clinics(), session.Reader.Treating());
            IReadOnlyList<RunKey> keys = [.. definitions.SelectMany(d => RunSubject.Of(d.Kind.Scope, Shown(d, places), treating).Select(s => s.Key(d.Id, month.ToString())))];
            var outcomes = await ReportRequests.RunAsync(session, keys, cancellation).ConfigureAwait(false);
            if (parsed.GetValue(json))
                Terminal.JsonOut.Print(new System.Text.Json.Nodes.JsonObject { ["data"] = folder, ["runs"] = new System.Text.Json.Nodes.JsonArray([.. outcomes.Select(OutcomeText.Json)]) });
            else
                Print(folder, outcomes);
            return outcomes.All(o => o is RunOutcome.Done or RunOutcome.Unchanged) ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    /// <summary>Practitioners' reports of the first clinic only: the rest would look alike, and a demo should not keep anyone waiting.</summary>
    private static IReadOnlyList<ClinicRow> Shown(ReportDefinition definition, IReadOnlyList<ClinicRow> clinics) =>
        string.Equals(definition.Kind.Scope, ReportScope.Practitioner, StringComparison.Ordinal) ? [.. clinics.Take(1)] : clinics;

    /// <summary>The options this folder's demo was made with; asking for others, or for a demo among other data, is refused.</summary>
    private static DemoOptions Settle(SmpSession session, DemoOptions asked)
    {
        var note = Path.Combine(session.Folder.Root, "demo.json");
        if (File.Exists(note))
        {
            var made = Read(note);
            return made with { Today = asked.Today } == asked
                ? made
                : throw new FailureException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{session.Folder.Root} already holds a demo (--clinics {made.Clinics} --months {made.Months} --seed {made.Seed}); give another folder with --data DIR."));
        }

        if (session.Reader.Clinics().Count > 0)
            throw new FailureException($"{session.Folder.Root} holds other data; give the demo a folder of its own with --data DIR.");
        File.WriteAllText(note, JsonSerializer.Serialize(asked));
        return asked;
    }

    private static DemoOptions Read(string note)
    {
        try
        {
            return JsonSerializer.Deserialize<DemoOptions>(File.ReadAllText(note)) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new FailureException($"{note} is damaged; give the demo another folder with --data DIR.");
        }
    }

    private static void Print(string folder, IReadOnlyList<RunOutcome> outcomes)
    {
        Console.Out.WriteLine("Synthetic clinics, as CSV files such as you would import: " + folder);
        foreach (var outcome in outcomes)
        {
            Console.Out.WriteLine();
            OutcomeText.Print(outcome);
        }

        outcomes = [.. outcomes.OrderBy(o => !string.Equals(o.Key.Report, MonthlyClinicLayout.Kind, StringComparison.Ordinal))];
        if (outcomes.OfType<RunOutcome.Done>().Select(d => d.Folder).Concat(outcomes.OfType<RunOutcome.Unchanged>().Select(u => u.Folder)).FirstOrDefault() is { } first)
        {
            Console.Out.WriteLine();
            Console.Out.WriteLine("Open in a browser: " + new Uri(Path.Combine(first, "report.html")).AbsoluteUri);
        }
    }
}
