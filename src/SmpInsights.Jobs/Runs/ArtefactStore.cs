using System.Security.Cryptography;
using SmpInsights.Reporting;

namespace SmpInsights.Jobs.Runs;

/// <summary>
/// Writes a revision's files into staging, forces them to disk and renames the folder into place: a reader sees a whole revision or none.
/// The staging folder itself stays, empty when idle: several workers make and remove their own folders in it.
/// </summary>
public sealed class ArtefactStore(DataFolder folder, IArtefactFiles? disk = null)
{
    private readonly IArtefactFiles _disk = disk ?? new DiskFiles();

    /// <summary>Writes files into a staging folder of this name, which is made anew.</summary>
    /// <exception cref="RunException">There is no staging folder and can't be one.</exception>
    public string Stage(string name, IReadOnlyList<Artefact> files)
    {
        if (_disk.FileExists(folder.Staging))
            throw new RunException($"\"{folder.Staging}\" is a file, but reports are prepared in a folder of that name; move the file away.");
        var staging = Path.Combine(folder.Staging, DataFolder.Encode(name));
        Remove(staging);
        var folders = new HashSet<string>(StringComparer.Ordinal) { staging };
        foreach (var (path, bytes) in files)
        {
            var file = Path.Combine(staging, path.Replace('/', Path.DirectorySeparatorChar));
            var directory = Path.GetDirectoryName(file)!;
            if (folders.Add(directory) || !_disk.FolderExists(directory))
                _disk.CreateFolder(directory);
            _disk.Write(file, bytes);
        }

        foreach (var directory in folders)
            _disk.Flush(directory);
        return staging;
    }

    /// <summary>Renames a staged folder into place. What lies there can only be left from a run that stopped between renaming and saying so; it is replaced.</summary>
    public void Publish(string staging, string target)
    {
        var parent = Path.GetDirectoryName(target)!;
        _disk.CreateFolder(parent);
        Remove(target);
        _disk.Move(staging, target);
        for (var directory = parent; directory is not null && directory.Length >= folder.Root.Length; directory = Path.GetDirectoryName(directory))
            _disk.Flush(directory);
    }

    public void Discard(string name) => Remove(Path.Combine(folder.Staging, DataFolder.Encode(name)));

    /// <summary>Removes what runs that are no longer running left in staging.</summary>
    /// <param name="running">Asked after the folders are listed, so that one made by a run claimed meanwhile is not among those removed.</param>
    public void Sweep(Func<IEnumerable<string>> running)
    {
        if (!_disk.FolderExists(folder.Staging))
            return;
        var found = _disk.FoldersIn(folder.Staging);
        if (found.Count == 0)
            return;
        var alive = running().Select(DataFolder.Encode).ToHashSet(StringComparer.Ordinal);
        foreach (var left in found.Where(d => !alive.Contains(Path.GetFileName(d))))
            Remove(left);
    }

    /// <summary>Whether a published revision is whole: its manifest can be read and every artefact in it has its hash.</summary>
    public static bool IsWhole(string revision) => new ArtefactStore(new DataFolder(revision)).Whole(revision) is not null;

    /// <summary>The manifest of a published revision that is whole; null where it is not, which is then made again under the next number.</summary>
    public Manifest? Whole(string revision) =>
        ManifestIn(revision) is { Artefacts.Count: > 0 } manifest
        && manifest.Artefacts.All(a => Path.Combine(revision, a.Path) is var file && _disk.FileExists(file) && string.Equals(Sha256(_disk.Read(file)), a.Sha256, StringComparison.Ordinal))
            ? manifest
            : null;

    /// <summary>The manifest of a published revision; null where there is none, or it is damaged.</summary>
    public Manifest? ManifestIn(string revision) => Path.Combine(revision, Manifest.FileName) is var file && _disk.FileExists(file) ? Manifest.Of(_disk.Read(file)) : null;

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private void Remove(string directory)
    {
        if (_disk.FolderExists(directory))
            _disk.Delete(directory);
    }
}
