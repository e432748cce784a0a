using System.Globalization;
using System.Text.Json.Nodes;
using SmpInsights.App.Terminal;
using SmpInsights.Data.Import;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.App.Commands;

/// <summary>How an import is told.</summary>
internal static class ImportText
{
    private const int Shown = 20;

    public static void Print(ImportResult result, DataFolder folder)
    {
        var table = new TextTable("file", "read", "inserted", "updated", "unchanged", "rejected", "warnings", "");
        foreach (var f in result.Files)
            table.Add(f.File, f.Read, f.Inserted, f.Updated, f.Unchanged, f.Rejected, f.Warnings, f.Missing ? "no such file" : f.Unreadable ? "rejected as a whole" : string.Empty);
        table.Print(Console.Out);
        foreach (var f in result.Files.Where(f => f.IgnoredColumns.Count > 0))
            Console.Out.WriteLine($"{f.File}: unknown columns ignored: {string.Join(", ", f.IgnoredColumns)}");
        if (result.IgnoredFiles.Count > 0)
            Console.Out.WriteLine($"other files ignored: {string.Join(", ", result.IgnoredFiles)}");
        Inferred(result, folder);
        Several("rejected", result.Rejected, result.Rejects.Select(r => Place(r) + r.Reason), folder.Rejects);
        Several("to look at", result.WarningCount, result.Warnings.Select(w => $"{w.File} {w.Id}{(w.Column.Length > 0 ? ", " + w.Column : string.Empty)}: {w.Message}"), folder.Warnings);
        if (result.NothingImported)
            Console.Error.WriteLine("smp: nothing was imported.");
    }

    public static JsonObject Json(ImportResult result, DataFolder folder) => new()
    {
        ["files"] = new JsonArray([.. result.Files.Select(f => new JsonObject
        {
            ["file"] = f.File,
            ["read"] = f.Read,
            ["inserted"] = f.Inserted,
            ["updated"] = f.Updated,
            ["unchanged"] = f.Unchanged,
            ["rejected"] = f.Rejected,
            ["warnings"] = f.Warnings,
            ["missing"] = f.Missing,
            ["unreadable"] = f.Unreadable,
            ["ignored_columns"] = new JsonArray([.. f.IgnoredColumns.Select(c => (JsonNode)c)]),
        })]),
        ["read"] = result.Read,
        ["inserted"] = result.Inserted,
        ["updated"] = result.Updated,
        ["unchanged"] = result.Unchanged,
        ["rejected"] = result.Rejected,
        ["warnings"] = result.WarningCount,
        ["ignored_files"] = new JsonArray([.. result.IgnoredFiles.Select(f => (JsonNode)f)]),
        ["inferred"] = new JsonArray([.. result.Inferred.Select(i => new JsonObject { ["table"] = i.Table, ["column"] = i.Column, ["rule"] = i.Rule, ["count"] = i.Count, ["example"] = i.Example })]),
        ["inferred_file"] = result.Inferred.Count > 0 ? folder.Inferred : null,
        ["left_out"] = new JsonArray([.. result.LeftOut.Select(l => new JsonObject { ["what"] = l.What, ["why"] = l.Why, ["count"] = l.Count })]),
        ["rejects_file"] = result.Rejected > 0 ? folder.Rejects : null,
        ["rejects"] = new JsonArray([.. result.Rejects.Select(r => new JsonObject { ["file"] = r.File, ["line"] = r.Line, ["column"] = r.Column, ["value"] = r.Value, ["reason"] = r.Reason })]),
        ["warnings_file"] = result.WarningCount > 0 ? folder.Warnings : null,
        ["warnings_listed"] = new JsonArray([.. result.Warnings.Select(w => new JsonObject { ["file"] = w.File, ["id"] = w.Id, ["column"] = w.Column, ["value"] = w.Value, ["message"] = w.Message })]),
    };

    /// <summary>For the person to confirm: what the export did not say, and what of it was not taken.</summary>
    private static void Inferred(ImportResult result, DataFolder folder)
    {
        if (result.LeftOut.Count > 0)
        {
            Console.Out.WriteLine();
            Console.Out.WriteLine("left out:");
            foreach (var l in result.LeftOut.Take(Shown))
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {l.Count} {l.What}: {l.Why}"));
            if (result.LeftOut.Count > Shown)
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  and {result.LeftOut.Count - Shown} other kinds"));
        }

        if (result.Inferred.Count == 0)
            return;
        Console.Out.WriteLine();
        Console.Out.WriteLine($"inferred, to be confirmed (each cell in {folder.Inferred}):");
        foreach (var i in result.Inferred)
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {i.Count} {i.Table}.{i.Column}: {i.Rule}"));
    }

    private static string Place(Reject r)
    {
        var line = r.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $", line {r.Line}") : string.Empty;
        var column = r.Column.Length > 0 ? ", " + r.Column : string.Empty;
        var value = r.Value.Length > 0 ? $" \"{r.Value}\"" : string.Empty;
        return $"{r.File}{line}{column}{value}: ";
    }

    public static void Several(string what, long count, IEnumerable<string> lines, string file)
    {
        if (count == 0)
            return;
        Console.Out.WriteLine();
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count > Shown ? $", the first {Shown}" : string.Empty)} (all in {file}):"));
        foreach (var line in lines.Take(Shown))
            Console.Out.WriteLine("  " + line);
    }
}
