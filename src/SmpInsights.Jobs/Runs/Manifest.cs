using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SmpInsights.Reporting.Revisions;

namespace SmpInsights.Jobs.Runs;

/// <summary>One artefact of a revision; <paramref name="Path"/> is relative to the manifest, with forward slashes.</summary>
public sealed record ManifestArtefact(string Path, string Sha256);

/// <summary>What a revision holds and what it was made from. No clock, machine, path or run id is in it, so that equal input gives an equal file. <paramref name="Practitioner"/> is null where the report is the clinic's.
/// <paramref name="KeyFigures"/> are those printed, for the next revision to say which moved.</summary>
public sealed record Manifest(
    string Report,
    string Clinic,
    string Period,
    int Revision,
    DateOnly AsOf,
    string ProductVersion,
    string DefinitionHash,
    IReadOnlyList<TableFingerprint> Input,
    IReadOnlyList<ManifestArtefact> Artefacts,
    string? Practitioner = null,
    IReadOnlyList<KeyFigure>? KeyFigures = null)
{
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    public byte[] ToBytes() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Options), (byte)'\n'];

    /// <summary>The manifest of a published revision; null where there is none, or it is damaged or lacks a member.</summary>
    public static Manifest? In(string revision) => Path.Combine(revision, FileName) is var file && File.Exists(file) ? Of(File.ReadAllBytes(file)) : null;

    /// <summary>A manifest as written; null where it is damaged or lacks a member.</summary>
    public static Manifest? Of(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<Manifest>(bytes, Options) is { } read && read.Artefacts.All(a => a is not null) ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
