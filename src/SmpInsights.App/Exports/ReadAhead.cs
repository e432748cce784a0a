using System.Collections.Concurrent;

namespace SmpInsights.App.Exports;

/// <summary>Reads on a thread of its own while the caller writes. A few batches wait in between, so that what is held stays small.</summary>
internal static class ReadAhead
{
    private const int BatchRows = 1024;
    private const int Batches = 8;

    /// <summary>The rows of <paramref name="source"/> in their order. When this ends, however it ends, the source is no longer read.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> source, CancellationToken cancellation)
    {
        using var queue = new BlockingCollection<T[]>(Batches);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reading = Task.Run(() => Read(source, queue, stop.Token), CancellationToken.None);
        try
        {
            foreach (var batch in queue.GetConsumingEnumerable(cancellation))
                foreach (var row in batch)
                    yield return row;

            // What stopped the reader early is thrown here: a short file is never taken for a whole one.
            reading.GetAwaiter().GetResult();
        }
        finally
        {
            stop.Cancel();
            _ = Task.WhenAny(reading).GetAwaiter().GetResult();
        }
    }

    private static void Read<T>(IEnumerable<T> source, BlockingCollection<T[]> queue, CancellationToken stop)
    {
        try
        {
            foreach (var batch in source.Chunk(BatchRows))
                queue.Add(batch, stop);
        }
        finally
        {
            queue.CompleteAdding();
        }
    }
}
