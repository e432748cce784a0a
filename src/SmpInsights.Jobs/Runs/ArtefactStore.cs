using System.Security.Cryptography;
using SmpInsights.Reporting;

namespace SmpInsights.Jobs.Runs;

/// <summary>
/// Writes a revision's files into staging, forces them to disk and renames the folder into place: a reader sees a whole revision or none.
/// The staging folder itself stays, empty when idle: several workers make and remove their own folders in it.
/// </summary>
public sealed class ArtefactStore(DataFolder folder)
{
    /// <summary>Writes files into a staging folder of this name, which is made anew.</summary>
    /// <exception cref="RunException">There is no staging folder and can't be one.</exception>
    public string Stage(string name, IReadOnlyList<Artefact> files)
    {
        if (File.Exists(folder.Staging))
            throw new RunException($"\"{folder.Staging}\" is a file, but reports are prepared in a folder of that name; move the file away.");
        var staging = Path.Combine(folder.Staging, DataFolder.Encode(name));
        Remove(staging);
        var folders = new HashSet<string>(StringComparer.Ordinal) { staging };
        foreach (var (path, bytes) in files)
        {
            var file = Path.Combine(staging, path.Replace('/', Path.DirectorySeparatorChar));
            var directory = Path.GetDirectoryName(file)!;
            if (folders.Add(directory) || !Directory.Exists(directory))
                Directory.CreateDirectory(directory);
            using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }

        foreach (var directory in folders)
            DirectoryEntries.Flush(directory);
        return staging;
    }

    /// <summary>Renames a staged folder into place. What lies there can only be left from a run that stopped between renaming and saying so; it is replaced.</summary>
    public void Publish(string staging, string target)
    {
        var parent = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(parent);
        Remove(target);
        Directory.Move(staging, target);
        for (var directory = parent; directory is not null && directory.Length >= folder.Root.Length; directory = Path.GetDirectoryName(directory))
            DirectoryEntries.Flush(directory);
    }

    public void Discard(string name) => Remove(Path.Combine(folder.Staging, DataFolder.Encode(name)));

    /// <summary>Removes what runs that are no longer running left in staging.</summary>
    /// <param name="running">Asked after the folders are listed, so that one made by a run claimed meanwhile is not among those removed.</param>
    public void Sweep(Func<IEnumerable<string>> running)
    {
        if (!Directory.Exists(folder.Staging))
            return;
        var found = Directory.GetDirectories(folder.Staging);
        if (found.Length == 0)
            return;
        var alive = running().Select(DataFolder.Encode).ToHashSet(StringComparer.Ordinal);
        foreach (var left in found.Where(d => !alive.Contains(Path.GetFileName(d))))
            Remove(left);
    }

    /// <summary>Whether a published revision is whole: its manifest can be read and every artefact in it has its hash. One that is not is made again under the next number.</summary>
    public static bool IsWhole(string revision) =>
        Manifest.In(revision) is { Artefacts.Count: > 0 } manifest
        && manifest.Artefacts.All(a => Path.Combine(revision, a.Path) is var file && File.Exists(file) && string.Equals(Sha256(File.ReadAllBytes(file)), a.Sha256, StringComparison.Ordinal));

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static void Remove(string directory)
    {
        try
        {
            if (Directory.Exists(directory))
                Directory.Delete(directory, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another worker's sweep was first: it is gone, as it should be.
        }
    }
}
