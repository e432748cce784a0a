using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;

namespace SmpInsights.Data.Import.SqlServer;

/// <summary>Rows go in blocks by bulk copy into the shared staging tables, over a connection of their own, while the next block is parsed.</summary>
internal sealed class BulkRowStaging : RowStaging
{
    private const int BlockRows = 16_384;
    private const int BlockSeconds = 600;

    private readonly SmpDatabase db;
    private readonly int import;
    private readonly CancellationToken ct;
    private readonly StagedBlock[] blocks;
    private SqlConnection connection;
    private Task writing = Task.CompletedTask;
    private int filling;

    public BulkRowStaging(SmpDatabase db, ContractTable table, int import, CancellationToken ct)
    {
        this.db = db;
        this.import = import;
        this.ct = ct;
        blocks = [new(table, import), new(table, import)];
        connection = (SqlConnection)db.Connect();
    }

    public override DbTransaction? Transaction => null;

    public override void Add(long line, StagedRow row)
    {
        blocks[filling].Rows.Add(line, row);
        NextIfFull();
    }

    public override void Reject(long line, string column, string value, string reason, string? id)
    {
        blocks[filling].Rejects.Add(line, column, value, reason, id);
        NextIfFull();
    }

    public override void Complete()
    {
        Next();
        Wait();
    }

    protected override void Dispose(bool disposing)
    {
        // A block that is being written when the import stops is waited for; whatever became of it, its rows are removed with the import's.
        writing.ContinueWith(_ => connection.Dispose(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).GetAwaiter().GetResult();
    }

    private void NextIfFull()
    {
        if (blocks[filling].Count == BlockRows)
        {
            Next();
        }
    }

    /// <summary>Gives the filled block away, and takes up the other once it is written.</summary>
    private void Next()
    {
        Wait();
        var full = blocks[filling];
        writing = Task.Run(() => Write(full), CancellationToken.None);
        filling = 1 - filling;
    }

    private void Wait() => writing.GetAwaiter().GetResult();

    private void Write(StagedBlock block)
    {
        foreach (var rows in new BlockReader[] { block.Rows, block.Rejects }.Where(rows => rows.Count > 0))
        {
            db.Try(
                () =>
                {
                    Copy(rows);
                    return rows.Count;
                },
                ct);
            rows.Clear();
        }
    }

    private void Copy(BlockReader rows)
    {
        if (connection.State != System.Data.ConnectionState.Open)
        {
            connection.Dispose();
            connection = (SqlConnection)db.Connect();
        }

        if (rows.Begin())
        {
            // A second try: whether the first came through is not known.
            connection.Execute($"DELETE FROM {rows.Table} WHERE import_id = @import AND line = @line", rows.Lines.Select(line => new { import, line }));
        }

        using var copy = new SqlBulkCopy(connection) { DestinationTableName = rows.Table, BulkCopyTimeout = BlockSeconds };
        for (var i = 0; i < rows.FieldCount; i++)
        {
            copy.ColumnMappings.Add(i, rows.GetName(i));
        }

        try
        {
            copy.WriteToServer(rows);
        }
        catch
        {
            // Not every server leaves a session usable after a bulk copy that failed: it does not go back into the pool.
            SqlConnection.ClearPool(connection);
            connection.Close();
            throw;
        }
    }
}
