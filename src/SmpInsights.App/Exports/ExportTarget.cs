using System.Globalization;

namespace SmpInsights.App.Exports;

/// <summary>
/// The file an export goes to. It is written beside its place under another name and moved there when it is whole: a reader sees the old file or the new one, never half.
/// </summary>
internal sealed class ExportTarget
{
    private readonly bool _replace;

    /// <param name="option">That named the path.</param>
    /// <param name="path">As given on the command line.</param>
    /// <param name="replace">Whether a file that is there may go.</param>
    /// <param name="endings">What its name may end with.</param>
    /// <exception cref="UsageException">The name ends otherwise, or is a folder's.</exception>
    /// <exception cref="FailureException">A file is there and may not go, or its folder is not there.</exception>
    public ExportTarget(string option, string path, bool replace, params IReadOnlyList<string> endings)
    {
        var ending = endings.FirstOrDefault(e => string.Equals(e, System.IO.Path.GetExtension(path), StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException($"{option}: \"{path}\" {(endings is [var one] ? $"does not end in {one}" : $"ends neither in {string.Join(" nor in ", endings)}")}.");
        IsWorkbook = ending is ".xlsx";
        (Path, _replace) = (System.IO.Path.GetFullPath(path), replace);
        if (Directory.Exists(Path))
            throw new UsageException($"{option}: \"{Path}\" is a folder.");
        if (File.Exists(Path) && !replace)
            throw new FailureException($"{Path} is there already; say --force to replace it.");
        if (!Directory.Exists(System.IO.Path.GetDirectoryName(Path)))
            throw new FailureException($"There is no folder {System.IO.Path.GetDirectoryName(Path)} to write in.");
    }

    public string Path { get; }

    public bool IsWorkbook { get; }

    /// <summary>Runs <paramref name="write"/> on the file to be; whatever it throws, nothing is left of it.</summary>
    /// <exception cref="FailureException">The file can't be written.</exception>
    public T Write<T>(Func<Stream, T> write)
    {
        var partial = string.Create(CultureInfo.InvariantCulture, $"{Path}.{Environment.ProcessId}.partial");
        try
        {
            T result;
            using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16))
            {
                result = write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, Path, _replace);
            return result;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"{Path} can't be written: {e.Message}");
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
