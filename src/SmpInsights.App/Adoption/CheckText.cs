using System.Globalization;
using System.Text.Json.Nodes;
using SmpInsights.Data.Adoption;

namespace SmpInsights.App.Adoption;

/// <summary>What <c>smp adopt --check</c> says: column by column what is missing, of the wrong type, or breaks a rule.</summary>
internal static class CheckText
{
    public static void Print(string source, IReadOnlyList<CheckedView> views)
    {
        Console.Out.WriteLine($"Checked: {source}. Nothing was stored.");
        foreach (var view in views)
        {
            Console.Out.WriteLine();
            Console.Out.WriteLine(view.IsThere
                ? string.Create(CultureInfo.InvariantCulture, $"{view.View}: {view.Rows:#,0} {(view.Rows == 1 ? "row" : "rows")}, {(view.Rejected == 0 ? "each can be used" : string.Create(CultureInfo.InvariantCulture, $"{view.Rejected:#,0} of them can't be used"))}; {(view.ChangedAt ? "only what changed is read" : "without changed_at, so each reading goes through all of it")}")
                : $"{view.View}: not there{(view.Needed ? ", and needed" : ", so a table without rows")}");
            if (!view.IsThere)
                continue;
            foreach (var fault in view.Faults)
                Print("  ", fault);
            var (name, type) = (view.Columns.Max(c => c.Name.Length), view.Columns.Max(c => c.Type?.Length ?? 1));
            foreach (var column in view.Columns)
            {
                Console.Out.WriteLine($"  {column.Name.PadRight(name)}  {(column.Type is { Length: 0 } ? "?" : column.Type ?? "-").PadRight(type)}  {State(column, view.Rows)}");
                foreach (var fault in column.Faults)
                    Print("      ", fault);
            }

            if (view.Unknown.Count > 0)
                Console.Out.WriteLine($"  not known, and not read: {string.Join(", ", view.Unknown)}");
        }

        var (unusable, rejected) = (views.Where(v => v.IsUnusable).Select(v => v.View).ToList(), views.Sum(v => v.Rejected));
        Console.Out.WriteLine();
        Console.Out.WriteLine(unusable.Count > 0 ? $"Not ready: {string.Join(", ", unusable)} can't be read."
            : rejected > 0 ? string.Create(CultureInfo.InvariantCulture, $"{rejected:#,0} rows would be left out. The others can be read with: smp adopt --pull")
            : "All of it can be read with: smp adopt --pull");
    }

    public static JsonObject Json(string source, IReadOnlyList<CheckedView> views) => new()
    {
        ["source"] = source,
        ["views"] = new JsonArray([.. views.Select(v => new JsonObject
        {
            ["view"] = v.View,
            ["needed"] = v.Needed,
            ["there"] = v.IsThere,
            ["changed_at"] = v.ChangedAt,
            ["rows"] = v.Rows,
            ["rejected"] = v.Rejected,
            ["faults"] = Json(v.Faults),
            ["columns"] = new JsonArray([.. v.Columns.Select(c => new JsonObject
            {
                ["column"] = c.Name,
                ["required"] = c.Required,
                ["there"] = c.Type is not null,
                ["type"] = c.Type,
                ["expected"] = c.WrongType,
                ["filled"] = c.Filled,
                ["faults"] = Json(c.Faults),
            })]),
            ["unknown_columns"] = new JsonArray([.. v.Unknown.Select(c => (JsonNode)c)]),
        })]),
    };

    private static string State(CheckedColumn column, long rows) => column switch
    {
        { Type: null, Required: true } => "missing, and required",
        { Type: null } => "missing: unknown in every row",
        { WrongType: { } expected } => $"wrong type: expected {expected}",
        { Faults: [], Filled: 0 } when rows > 0 => "empty in every row",
        { Faults: [] } => "ok",
        _ when column.Faults.Any(f => f.IsReject) => "breaks a rule:",
        _ => "ok, but look at:",
    };

    private static void Print(string indent, CheckedFault fault)
    {
        var examples = fault.Examples.Select(e => (e.Id.Length > 0 ? e.Id + " " : string.Empty) + (e.Value.Length > 0 ? $"\"{e.Value}\"" : "(empty)"));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{indent}{fault.Count:#,0} {(fault.Count == 1 ? "row" : "rows")}{(fault.IsReject ? string.Empty : ", kept")}: {fault.Reason}; such as {string.Join(", ", examples)}"));
    }

    private static JsonArray Json(IReadOnlyList<CheckedFault> faults) => new([.. faults.Select(f => new JsonObject
    {
        ["reason"] = f.Reason,
        ["rejected"] = f.IsReject,
        ["count"] = f.Count,
        ["examples"] = new JsonArray([.. f.Examples.Select(e => new JsonObject { ["id"] = e.Id, ["value"] = e.Value })]),
    })]);
}
