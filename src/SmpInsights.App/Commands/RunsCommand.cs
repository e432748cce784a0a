using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using SmpInsights.App.Terminal;

namespace SmpInsights.App.Commands;

/// <summary><c>smp runs</c>: every run, its state and, where it failed, why; or the runs as they go.</summary>
internal static class RunsCommand
{
    public static Command Make(Option<DataPlace> data)
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var follow = new Option<bool>("--follow") { Description = "Show runs as they go, until stopped." };
        var command = new Command("runs", "List every run of a report, with its state and why it failed.") { json, follow };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(json) && parsed.GetValue(follow))
                throw new UsageException("--follow never comes to the end of a document; leave out --json.");
            var session = new SmpSession(parsed.GetValue(data)!);
            var ledger = session.Ledger;
            if (session.SourceRows.State() is { Error: { } error, ReadAt: var read })
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"smp: what is due waits, since the clinic's own database was last read {(read is { } at ? $"on {at:yyyy-MM-dd HH:mm} UTC" : "never")}: {error}")).ConfigureAwait(false);
            if (parsed.GetValue(follow))
            {
                await new RunFollower(ledger, SmpSession.Clock).FollowAsync(cancellation).ConfigureAwait(false);
                return ExitCode.Done;
            }

            var runs = ledger.List();
            if (parsed.GetValue(json))
            {
                JsonOut.Print(new JsonObject
                {
                    ["runs"] = new JsonArray([.. runs.Select(r => new JsonObject
                    {
                        ["report"] = r.Key.Report,
                        ["clinic"] = r.Key.Clinic,
                        ["practitioner"] = r.Key.Practitioner,
                        ["period"] = r.Key.Period,
                        ["revision"] = r.Revision,
                        ["state"] = r.State.ToString().ToLowerInvariant(),
                        ["attempt"] = r.Attempt,
                        ["stage"] = r.Stage,
                        ["progress"] = r.Progress,
                        ["error"] = r.Error,
                    })]),
                });
                return ExitCode.Done;
            }

            if (runs.Count == 0)
            {
                await Console.Out.WriteLineAsync("No report was run yet. Try: smp run monthly-clinic --all --month " + SmpSession.LastMonth()).ConfigureAwait(false);
                return ExitCode.Done;
            }

            var table = new TextTable("report", "clinic", "practitioner", "month", "revision", "state", "attempt", "stage", "error");
            foreach (var r in runs)
                table.Add(r.Key.Report, r.Key.Clinic, r.Key.Practitioner, r.Key.Period, "r" + r.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture), r.State.ToString().ToLowerInvariant(), r.Attempt, r.Stage, r.Error);
            table.Print(Console.Out);
            return ExitCode.Done;
        });
        return command;
    }
}
