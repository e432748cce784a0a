namespace SmpInsights.Data.Adoption;

/// <summary>Held by the one process that reads the clinic's own database for a data folder; one that was killed holds it no more.</summary>
internal sealed class SourceLock : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private readonly FileStream file;

    private SourceLock(FileStream file) => this.file = file;

    /// <summary>Waits until nobody else holds it.</summary>
    /// <exception cref="SmpDataException">The file can't be written.</exception>
    public static SourceLock Take(string path, CancellationToken ct)
    {
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1));
            }
            catch (IOException) when (File.Exists(path))
            {
                ct.WaitHandle.WaitOne(Look);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new SmpDataException($"\"{path}\" cannot be written: {e.Message}", e);
            }
        }
    }

    public void Dispose() => file.Dispose();
}
