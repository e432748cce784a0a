using System.Security.Cryptography;
using System.Text.Json;
using SmpInsights.Reporting;

namespace SmpInsights.Jobs.Runs;

/// <summary>
/// Writes a revision's files into staging, forces them to disk and renames the folder into place: a reader sees a whole revision or none.
/// </summary>
public sealed class ArtefactStore(DataFolder folder)
{
    /// <summary>Writes the files of a run into its staging folder, which is made anew.</summary>
    public string Stage(string runId, IReadOnlyList<Artefact> files)
    {
        var staging = Path.Combine(folder.Staging, DataFolder.Encode(runId));
        Remove(staging);
        foreach (var (path, bytes) in files)
        {
            var file = Path.Combine(staging, path.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }

        return staging;
    }

    /// <summary>Renames a staged folder into place. What lies there can only be left from a run that stopped between renaming and saying so; it is replaced.</summary>
    public void Publish(string staging, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        Remove(target);
        Directory.Move(staging, target);
        RemoveIfEmpty(folder.Staging);
    }

    public void Discard(string runId)
    {
        Remove(Path.Combine(folder.Staging, DataFolder.Encode(runId)));
        RemoveIfEmpty(folder.Staging);
    }

    /// <summary>Removes what runs that are no longer running left in staging.</summary>
    public void Sweep(IEnumerable<string> running)
    {
        if (!Directory.Exists(folder.Staging))
            return;
        var alive = running.Select(DataFolder.Encode).ToHashSet(StringComparer.Ordinal);
        foreach (var left in Directory.EnumerateDirectories(folder.Staging).Where(d => !alive.Contains(Path.GetFileName(d))))
            Remove(left);
        RemoveIfEmpty(folder.Staging);
    }

    /// <summary>Whether a published revision is whole: its manifest can be read and every artefact in it has its hash.</summary>
    public static bool IsWhole(string revision)
    {
        var manifest = Path.Combine(revision, Manifest.FileName);
        if (!File.Exists(manifest))
            return false;
        try
        {
            return Manifest.Read(File.ReadAllBytes(manifest)) is { } read
                && read.Artefacts.All(a => Path.Combine(revision, a.Path) is var file && File.Exists(file) && string.Equals(Sha256(File.ReadAllBytes(file)), a.Sha256, StringComparison.Ordinal));
        }
        catch (JsonException)
        {
            return false; // damaged by someone: the revision is made again under the next number
        }
    }

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static void Remove(string directory)
    {
        if (Directory.Exists(directory))
            Directory.Delete(directory, recursive: true);
    }

    private static void RemoveIfEmpty(string directory)
    {
        if (Directory.Exists(directory) && !Directory.EnumerateFileSystemEntries(directory).Any())
            Directory.Delete(directory);
    }
}
