using SmpInsights.Data.Deliveries;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Delivery;

/// <summary>Copies a revision under another folder: staged beside it, forced to disk and renamed into place, so that a reader sees all of it or nothing.</summary>
internal sealed class FolderSender(DataFolder folder) : IDeliverySender
{
    public DeliveryKind Kind => DeliveryKind.Folder;

    public Task SendAsync(Parcel parcel, DeliverySettings settings, CancellationToken cancellation)
    {
        var root = Path.GetFullPath(((DeliveryTarget.Folder)parcel.Target).Path, folder.Root);

        // Not made here: under a share that is not mounted it would fill the disk below.
        if (!Directory.Exists(root))
            throw new DeliveryException($"The folder {root} is not there; make it, or connect it.");
        var target = Path.Combine(root, Path.GetRelativePath(folder.Reports, parcel.Folder));
        if (Directory.Exists(target))
            return IsSame(parcel.Folder, target) ? Task.CompletedTask : throw new DeliveryException($"{target} is there already and holds something else; move it away.", forGood: true);
        var staging = Path.Combine(root, ".staging-" + parcel.Row.Token);
        try
        {
            Copy(parcel, staging, cancellation);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            Directory.Move(staging, target);
            for (var directory = Path.GetDirectoryName(target); directory is not null && directory.Length >= root.Length; directory = Path.GetDirectoryName(directory))
                DirectoryEntries.Flush(directory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DeliveryException($"{root} can't be written: {e.Message}", e);
        }
        finally
        {
            if (Directory.Exists(staging))
                Directory.Delete(staging, recursive: true);
        }

        return Task.CompletedTask;
    }

    private static void Copy(Parcel parcel, string staging, CancellationToken cancellation)
    {
        if (Directory.Exists(staging))
            Directory.Delete(staging, recursive: true);
        var folders = new HashSet<string>(StringComparer.Ordinal) { staging };
        foreach (var path in parcel.Manifest.Artefacts.Select(a => a.Path).Append(Manifest.FileName))
        {
            cancellation.ThrowIfCancellationRequested();
            var file = Path.Combine(staging, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            folders.Add(Path.GetDirectoryName(file)!);
            using var from = File.OpenRead(Path.Combine(parcel.Folder, path));
            using var to = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            from.CopyTo(to);
            to.Flush(flushToDisk: true);
        }

        foreach (var directory in folders)
            DirectoryEntries.Flush(directory);
    }

    private static bool IsSame(string revision, string target) =>
        File.Exists(Path.Combine(target, Manifest.FileName))
        && File.ReadAllBytes(Path.Combine(revision, Manifest.FileName)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(target, Manifest.FileName)))
        && ArtefactStore.IsWhole(target);
}
