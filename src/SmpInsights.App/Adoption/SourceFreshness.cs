using SmpInsights.App.Commands;

namespace SmpInsights.App.Adoption;

/// <summary>Numbers are of what the clinic's own database shows now, where one was adopted.</summary>
internal static class SourceFreshness
{
    /// <exception cref="Data.SmpDataException">It can't be read: no number is printed of older rows.</exception>
    public static async Task RefreshAsync(SmpSession session, CancellationToken cancellation)
    {
        if (session.SourceRows.State() is null)
            return;
        if (await ReadAsync(() => ImportCommand.Shown(show => session.SourceRows.Refresh(TimeSpan.Zero, show, cancellation))).ConfigureAwait(false) is { } pulled)
            PullText.Note(pulled, session.Folder);
    }

    /// <summary>Stopped in the middle, some tables hold newer rows than others: that is said, and the next reading makes it good before any number is printed.</summary>
    public static async Task<T> ReadAsync<T>(Func<Task<T>> reading)
    {
        try
        {
            return await reading().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw new FailureException("stopped; the rows read so far stay, and the next reading goes on.");
        }
    }
}
