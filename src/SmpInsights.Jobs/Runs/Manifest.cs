using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmpInsights.Jobs.Runs;

/// <summary>One artefact of a revision; <paramref name="Path"/> is relative to the manifest, with forward slashes.</summary>
public sealed record ManifestArtefact(string Path, string Sha256);

/// <summary>What a revision holds and what it was made from. No clock, machine, path or run id is in it, so that equal input gives an equal file.</summary>
public sealed record Manifest(
    string Report,
    string Clinic,
    string Period,
    int Revision,
    DateOnly AsOf,
    string ProductVersion,
    string DefinitionHash,
    IReadOnlyList<TableFingerprint> Input,
    IReadOnlyList<ManifestArtefact> Artefacts)
{
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public byte[] ToBytes() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Options), (byte)'\n'];

    public static Manifest? Read(byte[] bytes) => JsonSerializer.Deserialize<Manifest>(bytes, Options);
}
