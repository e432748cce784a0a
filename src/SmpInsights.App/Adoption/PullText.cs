using System.Globalization;
using System.Text.Json.Nodes;
using SmpInsights.App.Commands;
using SmpInsights.App.Terminal;
using SmpInsights.Data.Adoption;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.App.Adoption;

/// <summary>What <c>smp adopt --pull</c> says.</summary>
internal static class PullText
{
    public static void Print(PullResult pulled, DataFolder folder)
    {
        var table = new TextTable("view", "rows", "new", "changed", "removed", "rejected", "warnings");
        foreach (var v in pulled.Views)
            table.Add(v.View, v.Rows, v.File.Inserted, v.File.Updated, v.Removed, v.File.Rejected, v.File.Warnings);
        Console.Out.WriteLine($"Read: {pulled.Source}");
        table.Print(Console.Out);
        foreach (var v in pulled.Views.Where(v => v.File.IgnoredColumns.Count > 0))
            Console.Out.WriteLine($"{v.View}: unknown columns not read: {string.Join(", ", v.File.IgnoredColumns)}");
        ImportText.Several("rejected", pulled.Rejected, pulled.Rejects.Select(r => $"{r.File}{(r.Id is null ? string.Empty : " " + r.Id)}{(r.Column.Length > 0 ? ", " + r.Column : string.Empty)}{(r.Value.Length > 0 ? $" \"{r.Value}\"" : string.Empty)}: {r.Reason}"), folder.SourceLists.Rejects);
        ImportText.Several("to look at, kept", pulled.WarningCount, pulled.Warnings.Select(w => $"{w.File} {w.Id}{(w.Column.Length > 0 ? ", " + w.Column : string.Empty)}: {w.Message}"), folder.SourceLists.Warnings);
    }

    /// <summary>Of a reading that nobody asked for by itself: only that something could not be used.</summary>
    public static void Note(PullResult pulled, DataFolder folder)
    {
        if (pulled.Rejected > 0)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"smp: {pulled.Rejected} rows of {pulled.Source} can't be used; they are listed in {folder.SourceLists.Rejects}."));
    }

    public static JsonObject Json(PullResult pulled, DataFolder folder) => new()
    {
        ["source"] = pulled.Source,
        ["views"] = new JsonArray([.. pulled.Views.Select(v => new JsonObject
        {
            ["view"] = v.View,
            ["rows"] = v.Rows,
            ["read"] = v.File.Read,
            ["inserted"] = v.File.Inserted,
            ["updated"] = v.File.Updated,
            ["removed"] = v.Removed,
            ["rejected"] = v.File.Rejected,
            ["warnings"] = v.File.Warnings,
            ["unknown_columns"] = new JsonArray([.. v.File.IgnoredColumns.Select(c => (JsonNode)c)]),
        })]),
        ["rejected"] = pulled.Rejected,
        ["rejects_file"] = pulled.Rejected > 0 ? folder.SourceLists.Rejects : null,
        ["rejects"] = new JsonArray([.. pulled.Rejects.Select(r => new JsonObject { ["view"] = r.File, ["id"] = r.Id, ["column"] = r.Column, ["value"] = r.Value, ["reason"] = r.Reason })]),
        ["warnings"] = pulled.WarningCount,
        ["warnings_file"] = pulled.WarningCount > 0 ? folder.SourceLists.Warnings : null,
    };
}
