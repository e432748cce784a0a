using System.Data.Common;
using Dapper;
using SmpInsights.Data.Import;
using SmpInsights.Data.Reading;

namespace SmpInsights.Data.Adoption;

/// <summary>One pass over a view, row by row, in no order. Rows and their fingerprint are counted as they go by.</summary>
internal sealed class ViewPass : IDisposable
{
    private readonly SourceRead read;
    private readonly SourceView view;
    private readonly RowHash hash = new();
    private readonly DbDataReader reader;
    private DateOnly? changedTo;
    private bool unclear;

    /// <param name="read">The connection.</param>
    /// <param name="view">What is read.</param>
    /// <param name="since">Only what changed on this day or later; null for all.</param>
    /// <param name="signature">What the fingerprint is of.</param>
    public ViewPass(SourceRead read, SourceView view, DateOnly? since = null, string? signature = null)
    {
        this.read = read;
        this.view = view;
        Buckets = new Buckets(signature ?? view.Signature);
        Cells = new string[view.Columns.Count];
        Filled = new long[view.Columns.Count];
        var parameters = since is { } day ? new { since = view.Since(day) } : null;
        var command = new CommandDefinition(view.Select(since is not null), parameters, read.Transaction, SourceRead.Seconds, cancellationToken: read.Cancellation);
        reader = read.Try(() => Rows.Read(read.Connection, command));
    }

    /// <summary>The current row as text, in the order of the view's columns.</summary>
    public string[] Cells { get; }

    /// <summary>How many rows have a value, by column.</summary>
    public long[] Filled { get; }

    /// <summary>The hash of the current row's id.</summary>
    public ulong Id { get; private set; }

    public long Count { get; private set; }

    public Buckets Buckets { get; }

    /// <summary>The day of the newest change; null where rows do not say it, or not as a date.</summary>
    public DateOnly? ChangedTo => unclear ? null : changedTo;

    public bool Next()
    {
        if (!Read())
        {
            return false;
        }

        for (var i = 0; i < Cells.Length; i++)
        {
            Cells[i] = reader.IsDBNull(i) ? "" : Text(i);
            Filled[i] += Cells[i].Length > 0 ? 1 : 0;
        }

        Count++;
        Id = RowHash.OfId(view.HasId ? Cells[0] : "");
        Buckets.Add(Id, hash.OfRow(Cells));
        if (view.Changed is not null && !reader.IsDBNull(Cells.Length))
        {
            Note(reader.GetValue(Cells.Length));
        }

        return true;
    }

    public void Dispose() => reader.Dispose();

    /// <summary>A number of more digits than any type here is text that no rule takes.</summary>
    private string Text(int column)
    {
        try
        {
            return SourceText.Of(reader.GetValue(column));
        }
        catch (OverflowException)
        {
            return reader.GetProviderSpecificValue(column).ToString() ?? "";
        }
    }

    private bool Read()
    {
        try
        {
            return reader.Read();
        }
        catch (DbException e)
        {
            throw read.Failed(e);
        }
    }

    private void Note(object changed)
    {
        var text = SourceText.Of(changed is DateTimeOffset instant ? instant.ToUniversalTime() : changed);
        if (DateText.Parse(text) is not { } parsed)
        {
            unclear = true;
        }
        else if (changedTo is null || parsed.Date > changedTo)
        {
            changedTo = parsed.Date;
        }
    }
}
