using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using SmpInsights.App.Terminal;
using SmpInsights.Data.Adoption;
using SmpInsights.Data.Forgetting;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Forgetting;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.App.Commands;

/// <summary><c>smp forget CLIENT [--clinic ID] [--remake]</c>: removes a client's rows, and the published files that show them.</summary>
internal static class ForgetCommand
{
    public static Command Make(Option<DataPlace> data)
    {
        var client = new Argument<string?>("CLIENT") { Description = "The client's id.", Arity = ArgumentArity.ZeroOrOne };
        var clinic = new Option<string?>("--clinic") { Description = "The clinic the client must be of.", HelpName = "ID" };
        var remake = new Option<bool>("--remake") { Description = "Make the reports anew that showed a forgotten client, and remove the files of their old revisions." };
        var yes = new Option<bool>("--yes") { Description = "Do not ask." };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var command = new Command("forget", "Forget a client: every row goes, and that it happened is all that is kept.") { client, clinic, remake, yes, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(client) is null && !parsed.GetValue(remake))
                throw new UsageException("Say which client to forget, or --remake to finish what earlier ones left.");
            if (parsed.GetValue(client) is { } said && string.IsNullOrWhiteSpace(said))
                throw new UsageException("CLIENT is empty: say which client to forget.");
            var session = new SmpSession(parsed.GetValue(data)!);
            var files = new RevisionFiles(session.Folder, session.Ledger, new MarkedRevisions(session.Database));
            ForgottenClient? forgotten = null;
            IReadOnlyList<string> lists = [];
            if (parsed.GetValue(client) is { } id)
            {
                var forgetting = new ClientForgetting(session.Database, SmpSession.Clock);
                RequireGoneFromSource(session, id, cancellation);
                Confirm(forgetting.ClinicOf(id), id, parsed.GetValue(clinic), parsed.GetValue(yes));
                forgotten = await Task.Run(() => forgetting.Forget(id), CancellationToken.None).ConfigureAwait(false);
                var shown = forgotten is not null ? ShownClient.Of(id, forgotten) : forgetting.MayHaveForgotten(id) ? ShownClient.AskedAgain(id) : null;
                if (shown is not null)
                {
                    // Lists first: which rows were the client's is known only now, not to one who asks again after a stop.
                    lists = files.RemoveLists(shown);
                    files.Mark(shown);
                }
            }

            IReadOnlyList<RunOutcome> outcomes = [];
            IReadOnlyList<RunRow> removed = [];
            if (parsed.GetValue(remake))
                (outcomes, removed) = await RemakeAsync(session, files, cancellation).ConfigureAwait(false);
            var left = new MarkedRevisions(session.Database).All();
            if (parsed.GetValue(json))
                JsonOut.Print(Json(parsed.GetValue(client), forgotten, lists, outcomes, removed, left));
            else
                Print(parsed.GetValue(client), forgotten, lists, outcomes, removed, left, parsed.GetValue(remake));
            return parsed.GetValue(remake) && left.Count > 0 ? ExitCode.Failed : ExitCode.Done;
        });
        return command;
    }

    /// <summary>What the clinic's own database still shows would come back with the next reading.</summary>
    private static void RequireGoneFromSource(SmpSession session, string client, CancellationToken cancellation)
    {
        if (session.SourceRows.State() is not { } state)
            return;
        var source = session.Source.Value ?? throw new FailureException($"Rows are read from {state.Source}: say how to reach it with --source or SMP_SOURCE, so that it can be seen whether client {client} is still there.");
        if (SourceClient.ShownIn(source, client, cancellation) is { } view)
            throw new FailureException($"{view} still shows client {client}, and the next reading would bring them back: remove the client from your own database, or leave them out of the view, then say it again.");
    }

    private static void Confirm(string? clinicOfClient, string client, string? clinic, bool yes)
    {
        if (clinicOfClient is null)
            return;
        if (clinic is not null && !string.Equals(clinic, clinicOfClient, StringComparison.Ordinal))
            throw new UsageException($"--clinic: \"{client}\" is no client of \"{clinic}\".");
        if (yes)
            return;
        if (Console.IsInputRedirected)
            throw new UsageException("What is forgotten can't be had back; say --yes where nobody can be asked.");
        Console.Error.Write($"Forget client {client} of clinic {clinicOfClient}, with every treatment and payment? It can't be undone. Type yes: ");
        if (!string.Equals(Console.In.ReadLine()?.Trim(), "yes", StringComparison.OrdinalIgnoreCase))
            throw new FailureException("nothing was forgotten.");
    }

    /// <summary>Reports whose definition is no longer there can't be made anew; their files go all the same.</summary>
    private static async Task<(IReadOnlyList<RunOutcome> Outcomes, IReadOnlyList<RunRow> Removed)> RemakeAsync(SmpSession session, RevisionFiles files, CancellationToken cancellation)
    {
        var keys = files.ToRemake();
        var gone = keys.Where(k => !session.Definitions.TryGet(k.Report, out _)).ToList();
        var outcomes = await ReportRequests.RunAsync(session, [.. keys.Except(gone)], cancellation).ConfigureAwait(false);
        return (outcomes, files.Remove([.. outcomes.OfType<RunOutcome.Unchanged>().Select(o => o.Key)], gone));
    }

    private static void Print(string? client, ForgottenClient? forgotten, IReadOnlyList<string> lists, IReadOnlyList<RunOutcome> outcomes, IReadOnlyList<RunRow> removed, IReadOnlyList<RunRow> left, bool remake)
    {
        if (forgotten is not null)
            Console.Out.WriteLine($"Forgotten: {string.Join(", ", forgotten.Rows.Where(r => r.Rows > 0 && !string.Equals(r.Table, "inferred_cells", StringComparison.Ordinal)).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Rows} of {r.Table}")))}.");
        else if (client is not null)
            Console.Out.WriteLine($"No client {client} is stored; there was nothing to forget.");
        if (lists.Count > 0)
            Console.Out.WriteLine($"Removed, since they named the client: {string.Join(", ", lists)}.");
        foreach (var outcome in outcomes)
            OutcomeText.Print(outcome);
        foreach (var run in removed)
            Console.Out.WriteLine($"files removed: {Name(run)}");
        if (left.Count > 0)
        {
            Console.Out.WriteLine(remake ? "Still to be made anew and removed:" : "Published reports that show a forgotten client. Make them anew and remove their files with: smp forget --remake");
            foreach (var run in left)
                Console.Out.WriteLine("  " + Name(run));
        }

        if (forgotten is not null)
            Console.Out.WriteLine("Files that were imported may still hold the client: take the rows out there too, or the next import brings them back.");
    }

    private static JsonObject Json(string? client, ForgottenClient? forgotten, IReadOnlyList<string> lists, IReadOnlyList<RunOutcome> outcomes, IReadOnlyList<RunRow> removed, IReadOnlyList<RunRow> left) => new()
    {
        ["client"] = client,
        ["clinic"] = forgotten?.Clinic,
        ["forgotten"] = forgotten is not null,
        ["rows"] = new JsonObject((forgotten?.Rows ?? []).Select(r => KeyValuePair.Create(r.Table, (JsonNode?)JsonValue.Create(r.Rows)))),
        ["lists_removed"] = new JsonArray([.. lists.Select(l => (JsonNode)l)]),
        ["runs"] = new JsonArray([.. outcomes.Select(OutcomeText.Json)]),
        ["revisions_removed"] = new JsonArray([.. removed.Select(Json)]),
        ["revisions_to_remove"] = new JsonArray([.. left.Select(Json)]),
    };

    private static JsonNode Json(RunRow run) => new JsonObject { ["report"] = run.Key.Report, ["clinic"] = run.Key.Clinic, ["practitioner"] = run.Key.Practitioner, ["period"] = run.Key.Period, ["revision"] = run.Revision };

    private static string Name(RunRow run) => string.Create(CultureInfo.InvariantCulture, $"{run.Key.Report} {run.Key.Whom} {run.Key.Period} r{run.Revision}");
}
