namespace SmpInsights.Jobs.Runs;

/// <summary>What a run does to files: the one place where a disk can fail it.</summary>
public interface IArtefactFiles
{
    public bool FileExists(string path);

    public bool FolderExists(string path);

    public IReadOnlyList<string> FoldersIn(string path);

    public byte[] Read(string path);

    public void CreateFolder(string path);

    /// <summary>Writes a new file and forces it to disk.</summary>
    public void Write(string path, byte[] bytes);

    /// <summary>Forces the names in a folder to disk.</summary>
    public void Flush(string folder);

    /// <summary>Renames a folder, in one step.</summary>
    public void Move(string folder, string to);

    /// <summary>Deletes a folder and what is in it; one that is gone is as it should be.</summary>
    public void Delete(string folder);
}
