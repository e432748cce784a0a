using System.Globalization;

namespace SmpInsights.Jobs.Runs;

/// <summary>Details of failures, for whoever has to look into them; a person is told one sentence elsewhere.</summary>
public sealed class ErrorLog(DataFolder folder, TimeProvider clock)
{
    private readonly Lock _gate = new();

    public string File => folder.ErrorLog;

    /// <summary>Appends; where even that is impossible (read-only folder, full disk) the sentence the person gets has to do.</summary>
    public bool Write(string what, Exception exception)
    {
        lock (_gate)
        {
            try
            {
                System.IO.File.AppendAllText(File, string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ} {what}\n{exception}\n\n"));
                return true;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }
}
