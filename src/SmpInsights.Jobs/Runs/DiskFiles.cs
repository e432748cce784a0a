namespace SmpInsights.Jobs.Runs;

/// <summary>The disk.</summary>
public sealed class DiskFiles : IArtefactFiles
{
    public bool FileExists(string path) => File.Exists(path);

    public bool FolderExists(string path) => Directory.Exists(path);

    public IReadOnlyList<string> FoldersIn(string path) => Directory.GetDirectories(path);

    public byte[] Read(string path) => File.ReadAllBytes(path);

    public void CreateFolder(string path) => Directory.CreateDirectory(path);

    public void Write(string path, byte[] bytes)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }

    public void Flush(string folder) => DirectoryEntries.Flush(folder);

    public void Move(string folder, string to) => Directory.Move(folder, to);

    public void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another worker's sweep was first.
        }
    }
}
