using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using SmpInsights.App.Adoption;
using SmpInsights.App.Exports;
using SmpInsights.App.Terminal;
using SmpInsights.Data.Adoption;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.App.Commands;

/// <summary><c>smp adopt [--check | --pull | --end]</c>: reads a clinic's own database through views, which nobody has to move.</summary>
internal static class AdoptCommand
{
    public static Command Make(Option<DataPlace> data)
    {
        var check = new Option<bool>("--check") { Description = "Say column by column what the views lack and which rows break a rule; stores nothing." };
        var pull = new Option<bool>("--pull") { Description = "Read the views now. From then on reports read them by themselves." };
        var whole = new Option<bool>("--whole") { Description = "With --pull: read all rows, whatever changed_at says." };
        var remove = new Option<bool>("--remove") { Description = "With --pull: rows that views no longer have may go, however many." };
        var end = new Option<bool>("--end") { Description = "Read the views no more; what was read stays." };
        var template = new Option<string?>("--template") { Description = "Where the script of the views is written; DIR/smp_source.sql where not given.", HelpName = "FILE.sql" };
        var force = new Option<bool>("--force") { Description = "Replace the script if it is there." };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var command = new Command("adopt", "Read a clinic's own database through views: what is needed, a script that makes them, a check.") { check, pull, whole, remove, end, template, force, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var place = parsed.GetValue(data)!;
            if (new[] { parsed.GetValue(check), parsed.GetValue(pull), parsed.GetValue(end), parsed.GetValue(template) is not null || parsed.GetValue(force) }.Count(said => said) > 1)
                throw new UsageException("Say one of --check, --pull, --end, or where the script goes.");
            if ((parsed.GetValue(whole) || parsed.GetValue(remove)) && !parsed.GetValue(pull))
                throw new UsageException("--whole and --remove go with --pull.");
            if (parsed.GetValue(end))
                return End(place, parsed.GetValue(json));
            if (parsed.GetValue(pull))
                return await PullAsync(place, parsed.GetValue(whole), parsed.GetValue(remove), parsed.GetValue(json), cancellation).ConfigureAwait(false);
            return parsed.GetValue(check)
                ? await CheckAsync(place, parsed.GetValue(json), cancellation).ConfigureAwait(false)
                : Needs(place, parsed.GetValue(template), parsed.GetValue(force), parsed.GetValue(json));
        });
        return command;
    }

    private static int Needs(DataPlace place, string? template, bool force, bool json)
    {
        var source = SmpSession.SourceOf(place);
        var needed = AdoptionNeeds.Of(source);
        var there = source is null ? null : AdoptionNeeds.There(source);
        var folder = new DataFolder(Path.GetFullPath(place.Folder));
        var script = Path.GetFullPath(template ?? folder.SourceScript);
        var kept = template is null && !force && File.Exists(script);
        if (!kept)
        {
            var text = ViewTemplate.Write(source);
            if (template is null)
                Directory.CreateDirectory(folder.Root);
            new ExportTarget("--template", script, force, ".sql").Write(stream =>
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
                return true;
            });
        }

        if (json)
            JsonOut.Print(AdoptText.Json(needed, there, script, kept));
        else
            AdoptText.Print(needed, there, script, kept);
        return ExitCode.Done;
    }

    private static async Task<int> CheckAsync(DataPlace place, bool json, CancellationToken cancellation)
    {
        var source = Required(SmpSession.SourceOf(place));
        var folder = new DataFolder(Path.GetFullPath(place.Folder));
        Directory.CreateDirectory(folder.Root);
        var views = await ImportCommand.Shown(show => new AdoptionCheck(source, SmpSession.Clock, folder.SourceCheck, folder.SourceLock).Run(show, cancellation)).ConfigureAwait(false);
        if (json)
            JsonOut.Print(CheckText.Json(source.Name, views));
        else
            CheckText.Print(source.Name, views);
        return views.Any(v => v.IsUnusable) ? ExitCode.Failed : views.Any(v => v.Rejected > 0) ? ExitCode.DoneWithRejects : ExitCode.Done;
    }

    private static async Task<int> PullAsync(DataPlace place, bool whole, bool remove, bool json, CancellationToken cancellation)
    {
        var source = Required(SmpSession.SourceOf(place));
        var session = new SmpSession(place, create: true);
        var pulled = await SourceFreshness.ReadAsync(() => ImportCommand.Shown(show => session.SourceRows.Pull(source, whole, remove, show, cancellation))).ConfigureAwait(false);
        if (json)
            JsonOut.Print(PullText.Json(pulled, session.Folder));
        else
            PullText.Print(pulled, session.Folder);
        if (pulled.Broken is { } broken)
            throw new Data.SmpDataException($"{pulled.Source} was not read to its end: {broken}");
        return pulled.Rejected > 0 ? ExitCode.DoneWithRejects : ExitCode.Done;
    }

    private static int End(DataPlace place, bool json)
    {
        var ended = new AdoptionRecord(new SmpSession(place).Database).End();
        if (json)
            JsonOut.Print(new JsonObject { ["ended"] = ended });
        else
            Console.Out.WriteLine(ended ? "The views are read no more. The rows stay, and files may change them again." : "No database was adopted; there was nothing to end.");
        return ExitCode.Done;
    }

    private static ClinicSource Required(ClinicSource? source) =>
        source ?? throw new UsageException("Say where the clinic's own database is: --source \"Server=HOST;Database=NAME;...\", or SMP_SOURCE, or the path of an SQLite file.");
}
