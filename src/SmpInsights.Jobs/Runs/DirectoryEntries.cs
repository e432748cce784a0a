using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SmpInsights.Jobs.Runs;

/// <summary>
/// Forces the names in a folder to disk, so that a rename outlives a power cut. .NET opens no folders, hence the call into libc, on Linux alone:
/// elsewhere the file system's own journal has to do.
/// </summary>
internal static class DirectoryEntries
{
    private const int ReadOnly = 0;

    public static void Flush(string directory)
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var handle = new SafeFileHandle(Open(directory, ReadOnly), ownsHandle: true);
        if (!handle.IsInvalid)
            RandomAccess.FlushToDisk(handle);
    }

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
