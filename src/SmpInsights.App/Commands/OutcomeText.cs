using System.Globalization;
using System.Text.Json.Nodes;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.App.Commands;

/// <summary>How the end of a run is told.</summary>
internal static class OutcomeText
{
    public static void Print(RunOutcome outcome)
    {
        switch (outcome)
        {
            case RunOutcome.Done done:
                Files(string.Create(CultureInfo.InvariantCulture, $"{Name(done)}: done r{done.Revision}"), done.Folder, done.Files);
                break;
            case RunOutcome.Unchanged same:
                Files(string.Create(CultureInfo.InvariantCulture, $"{Name(same)}: unchanged r{same.Revision}"), same.Folder, same.Files);
                break;
            case RunOutcome.Failed failed:
                Console.Error.WriteLine($"smp: {Name(failed)} failed: {failed.Error.ReplaceLineEndings(" ")}");
                break;
            default:
                Console.Error.WriteLine($"smp: {Name(outcome)} was taken over by another worker; see smp runs.");
                break;
        }
    }

    public static JsonNode Json(RunOutcome outcome)
    {
        var (state, revision, folder, files, error) = outcome switch
        {
            RunOutcome.Done d => ("done", (int?)d.Revision, d.Folder, d.Files, null),
            RunOutcome.Unchanged u => ("unchanged", u.Revision, u.Folder, u.Files, null),
            RunOutcome.Failed f => ("failed", null, null, [], f.Error),
            _ => ("lost", (int?)null, (string?)null, (IReadOnlyList<string>)[], (string?)null),
        };
        return new JsonObject
        {
            ["report"] = outcome.Key.Report,
            ["clinic"] = outcome.Key.Clinic,
            ["practitioner"] = outcome.Key.Practitioner,
            ["period"] = outcome.Key.Period,
            ["outcome"] = state,
            ["revision"] = revision,
            ["folder"] = folder,
            ["files"] = new JsonArray([.. files.Select(f => (JsonNode)f)]),
            ["error"] = error,
        };
    }

    private static string Name(RunOutcome outcome) => $"{outcome.Key.Report} {outcome.Key.Whom} {outcome.Key.Period}";

    private static void Files(string headline, string folder, IReadOnlyList<string> files)
    {
        Console.Out.WriteLine(headline);
        foreach (var file in files)
            Console.Out.WriteLine("  " + Path.Combine(folder, file));
    }
}
