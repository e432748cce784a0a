using System.Data.Common;
using Dapper;

namespace SmpInsights.Data.Import;

/// <summary>One file into one table: parsed into the staging table, checked against the other tables, stored in one transaction.</summary>
internal sealed class TableImport(ImportRun run, ContractTable table)
{
    private const int ReportEvery = 8192;

    private readonly StagingSql sql = new(table);
    private long read;
    private long length;

    /// <param name="path">Null where the folder does not have the file.</param>
    public FileResult Run(string? path)
    {
        if (path is null)
        {
            return Missing(table.File, "file");
        }

        FileStream stream;
        try
        {
            stream = File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Unreadable(new(table.File, 0, "", "", "the file cannot be read: " + WhyNot(path, e)));
        }

        using var source = new CsvSource(stream);
        return Run(source);
    }

    /// <summary>From a source that is not a file of the contract.</summary>
    public FileResult Run(IRecordSource source)
    {
        length = source.Length;
        HeaderMatch? header;
        Reject? reject;
        try
        {
            header = Stage(source, out reject);
        }
        catch (IOException)
        {
            return Unreadable(source.Place(new(table.File, 0, "", "", "the file cannot be read to its end")));
        }

        if (header is null)
        {
            return Unreadable(source.Place(reject!));
        }

        var (inserted, updated, unchanged) = Store();
        return new(table.File, read, inserted, updated, unchanged, ListRejects(source), OddityWarnings.OfRows(run, table), header.Ignored, Missing: false, Unreadable: false);
    }

    private static string WhyNot(string path, Exception e) => e switch
    {
        _ when Directory.Exists(path) => "it is a folder",
        FileNotFoundException or DirectoryNotFoundException => new FileInfo(path).LinkTarget is null ? "it is there no more" : "it is a link to a file that is not there",
        IOException => "it is locked, or damaged",
        _ => "permission denied",
    };

    /// <summary>The import has nothing for the table.</summary>
    public FileResult Missing(string file, string what)
    {
        var needed = table.Needed && !run.Connection.ExecuteScalar<bool>(sql.HasRows);
        if (needed)
        {
            run.Add(new Reject(file, 0, "", "", what + " missing: needed"));
        }

        return new(table.File, 0, 0, 0, 0, needed ? 1 : 0, 0, [], Missing: true, Unreadable: false);
    }

    private FileResult Unreadable(Reject reject)
    {
        run.Add(reject);
        return new(table.File, 0, 0, 0, 0, 1, 0, [], Missing: false, Unreadable: true);
    }

    private HeaderMatch? Stage(IRecordSource source, out Reject? reject)
    {
        HeaderMatch? header = null;
        var rejecting = new RejectCommand(run.Connection);
        using var rows = source.Open(defect =>
        {
            read++;
            rejecting.Add(defect.Line, defect.Field is { } field ? header!.NameOf(field) : "", defect.Value, defect.Reason);
        });
        if (rows.Header(table, out reject) is not { } names)
        {
            return null;
        }

        header = HeaderMatch.Of(table, names, out reject);
        if (header is not null)
        {
            Stage(rows, header, rejecting);
        }

        return header;
    }

    private void Stage(IRecords rows, HeaderMatch header, RejectCommand rejecting)
    {
        // Writes only tables of this connection; what it reads of the others are time zones.
        using var transaction = SmpDatabase.BeginRead(run.Connection);
        run.Connection.Execute(sql.Create, transaction: transaction);
        rejecting.Transaction = transaction;
        using var staging = new StageCommand(run.Connection, transaction, table, sql.Stage);
        var parser = new RowParser(table, header, run.Cells, run.Zones, transaction);
        while (rows.Next())
        {
            if (read++ % ReportEvery == 0)
            {
                run.Report(table, "reading", read, rows.BytesRead, length);
            }

            if (parser.Parse(rows) is { } wrong)
            {
                rejecting.Add(rows.Line, wrong.Column, wrong.Value, wrong.Reason);
            }
            else
            {
                staging.Add(rows.Line, parser.Row);
            }
        }

        transaction.Commit();
    }

    private (long Inserted, long Updated, long Unchanged) Store()
    {
        // The write lock is taken first, so that what the rules saw still holds when the rows are stored.
        using var transaction = SmpDatabase.BeginWrite(run.Connection);
        foreach (var rule in sql.RejectReferences.Concat(sql.RejectRules).Concat(sql.ShowWritten))
        {
            Execute("checking", rule, transaction);
        }

        Execute("checking", StagingSql.DropRejected, transaction);
        Execute("checking", sql.Index, transaction);
        if (Execute("checking", sql.RejectRepeated, transaction) > 0)
        {
            Execute("checking", StagingSql.DropRejected, transaction);
        }

        if (table.Watched)
        {
            Execute("checking", StagingSql.Touch, transaction);
        }

        var good = run.Connection.ExecuteScalar<long>("SELECT COUNT(*) FROM temp.staged", transaction: transaction);
        var updated = Execute("storing", sql.Update, transaction);
        var inserted = Execute("storing", sql.Insert, transaction);
        run.Report(table, "storing", read, length, length);
        transaction.Commit();
        return (inserted, updated, good - inserted - updated);
    }

    private long Execute(string stage, string statement, DbTransaction transaction)
    {
        run.Report(table, stage, read, length, length);
        return run.Connection.Execute($"-- import of {table.File}: {stage}\n{statement}", transaction: transaction, commandTimeout: 0);
    }

    private long ListRejects(IRecordSource source)
    {
        var rejected = 0L;
        foreach (var (line, column, value, reason) in run.Connection.Query<(long, string, string, string)>(StagingSql.ListRejected, buffered: false))
        {
            run.Add(source.Place(new Reject(table.File, line, column, value, reason)));
            rejected++;
        }

        return rejected;
    }
}
