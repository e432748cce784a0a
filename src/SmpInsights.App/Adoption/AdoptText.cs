using System.Text.Json.Nodes;
using SmpInsights.Data.Adoption;

namespace SmpInsights.App.Adoption;

/// <summary>What <c>smp adopt</c> says: the views that are read.</summary>
internal static class AdoptText
{
    private const int Width = 110;

    public static void Print(IReadOnlyList<NeededView> needed, IReadOnlyCollection<string>? there, string script, bool kept)
    {
        Console.Out.WriteLine("Reports read these views of your database; * is needed. What each column holds is said in the script.");
        Console.Out.WriteLine();
        foreach (var view in needed)
        {
            Console.Out.WriteLine($"{view.Name}{(view.Needed ? "*" : string.Empty)}{(there is null ? string.Empty : there.Contains(view.Name, StringComparer.Ordinal) ? "  (there)" : "  (not there yet)")}");
            var line = string.Empty;
            foreach (var column in view.Columns.Select(c => c.Name + (c.Required ? "*" : string.Empty)))
            {
                if (line.Length + column.Length > Width)
                {
                    Console.Out.WriteLine("    " + line.TrimEnd());
                    line = string.Empty;
                }

                line += column + "  ";
            }

            Console.Out.WriteLine("    " + line.TrimEnd());
        }

        Console.Out.WriteLine();
        Console.Out.WriteLine(kept ? $"The script that makes them is in {script} (it was there; --force writes it anew)." : $"A script that makes them is in {script}: finish it, run it in your database, then: smp adopt --check");
    }

    public static JsonObject Json(IReadOnlyList<NeededView> needed, IReadOnlyCollection<string>? there, string script, bool kept) => new()
    {
        ["views"] = new JsonArray([.. needed.Select(v => new JsonObject
        {
            ["view"] = v.Name,
            ["needed"] = v.Needed,
            ["there"] = there?.Contains(v.Name, StringComparer.Ordinal),
            ["columns"] = new JsonArray([.. v.Columns.Select(c => new JsonObject { ["column"] = c.Name, ["required"] = c.Required, ["holds"] = c.Says })]),
        })]),
        ["script"] = script,
        ["script_kept"] = kept,
    };
}
