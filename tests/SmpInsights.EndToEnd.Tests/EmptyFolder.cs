namespace SmpInsights.EndToEnd.Tests;

/// <summary>An empty folder that goes with the test.</summary>
public sealed class EmptyFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("smp-test-").FullName;

    public string In(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Relative path and SHA-256 of every file below, sorted.</summary>
    public static IReadOnlyList<string> Hashes(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => System.IO.Path.GetRelativePath(folder, f) + " " + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f))))];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
