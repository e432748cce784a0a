using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Tests.Faults;

/// <summary>The real disk, which fails as planned; a write that fails has written half.</summary>
public sealed class FaultyFiles(FaultPlan plan) : IArtefactFiles
{
    private readonly DiskFiles _disk = new();

    public bool FileExists(string path) => plan.File("file exists", () => _disk.FileExists(path));

    public bool FolderExists(string path) => plan.File("folder exists", () => _disk.FolderExists(path));

    public IReadOnlyList<string> FoldersIn(string path) => plan.File("list folder", () => _disk.FoldersIn(path));

    public byte[] Read(string path) => plan.File("read", () => _disk.Read(path));

    public void CreateFolder(string path) => Do("create folder", () => _disk.CreateFolder(path));

    public void Write(string path, byte[] bytes)
    {
        var faults = plan.Faults;
        try
        {
            Do("write", () => _disk.Write(path, bytes));
        }
        catch (IOException) when (plan.Faults > faults && !File.Exists(path) && Directory.Exists(Path.GetDirectoryName(path)))
        {
            File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
            throw;
        }
    }

    public void Flush(string folder) => Do("flush", () => _disk.Flush(folder));

    public void Move(string folder, string to) => Do("move", () => _disk.Move(folder, to));

    public void Delete(string folder) => Do("delete", () => _disk.Delete(folder));

    private void Do(string name, Action operation) => plan.File(name, () =>
    {
        operation();
        return true;
    });
}
