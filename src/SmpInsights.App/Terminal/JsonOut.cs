using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmpInsights.App.Terminal;

/// <summary>Prints the one document that <c>--json</c> puts on standard output.</summary>
internal static class JsonOut
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Print(JsonNode document) => Console.Out.WriteLine(document.ToJsonString(Options));
}
