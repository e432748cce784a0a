using System.Data.Common;
using Dapper;
using SmpInsights.Data.Reading;

namespace SmpInsights.Data.Import;

/// <summary>One file into one table: parsed into the staging table, checked against the other tables, stored in one transaction.</summary>
internal sealed class TableImport(ImportRun run, ContractTable table)
{
    private const int ReportEvery = 8192;

    private readonly StagingSql sql = run.Store.Sql(table);
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
        if (!source.NamesRowsById && run.Adopted.Contains(table.Name))
        {
            return Unreadable(source.Place(new(table.File, 0, "", "", $"{table.Name} are read from the clinic's own database (smp adopt): change them there")));
        }

        length = source.Length;
        HeaderMatch? header;
        Reject? reject;
        try
        {
            header = Stage(source, out reject);
        }
        catch (IOException)
        {
            run.Store.Clear(table);
            return Unreadable(source.Place(new(table.File, 0, "", "", "the file cannot be read to its end")));
        }

        if (header is null)
        {
            return Unreadable(source.Place(reject!));
        }

        var (inserted, updated, unchanged) = run.Database.Try(() => Store(source.NamesRowsById), run.Cancellation);
        FileResult result = new(table.File, read, inserted, updated, unchanged, ListRejects(source), OddityWarnings.OfRows(run, table), header.Ignored, Missing: false, Unreadable: false);
        run.Store.Clear(table);
        return result;
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
        var needed = table.Needed && !run.Database.Try(() => run.Store.Connection.ExecuteScalar<bool>(sql.HasRows), run.Cancellation);
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
        RowStaging? staging = null;
        using var rows = source.Open(defect =>
        {
            read++;
            staging!.Reject(defect.Line, defect.Field is { } field ? header!.NameOf(field) : "", defect.Value, defect.Reason, id: null);
        });
        if (rows.Header(table, out reject) is not { } names)
        {
            return null;
        }

        header = HeaderMatch.Of(table, names, out reject);
        if (header is not null)
        {
            using (staging = run.Store.Stage(table, run.Cancellation))
            {
                Stage(source, rows, header, staging);
            }
        }

        return header;
    }

    private void Stage(IRecordSource source, IRecords rows, HeaderMatch header, RowStaging staging)
    {
        var parser = new RowParser(table, header, run.Cells, run.Zones, staging.Transaction);
        while (rows.Next())
        {
            if (read++ % ReportEvery == 0)
            {
                run.Report(table, "reading", read, rows.BytesRead, length);
            }

            if (parser.Parse(rows) is { } wrong)
            {
                staging.Reject(rows.Line, wrong.Column, wrong.Value, wrong.Reason, source.NamesRowsById ? RowId(rows[header.FieldOf(0)]) : null);
            }
            else
            {
                staging.Add(rows.Line, parser.Row);
            }
        }

        staging.Complete();
    }

    /// <summary>As much of it as an id may have.</summary>
    private static string RowId(string text) => text.Trim() is var id && id.Length > CellParser.LongestId ? id[..CellParser.LongestId] : id;

    private (long Inserted, long Updated, long Unchanged) Store(bool named)
    {
        // No other import stores meanwhile, so what the rules saw still holds when the rows are stored.
        using var transaction = run.Store.BeginStore();
        void DropRejected()
        {
            if (named)
            {
                Execute("checking", sql.NameRejected, transaction);
            }

            Execute("checking", sql.DropRejected, transaction);
        }

        foreach (var rule in sql.RejectReferences.Concat(sql.RejectRules))
        {
            Execute("checking", rule, transaction);
        }

        if (run.Store.Connection.ExecuteScalar<bool>(Command("checking", sql.HasRejected, transaction)))
        {
            foreach (var show in sql.ShowWritten)
            {
                Execute("checking", show, transaction);
            }

            DropRejected();
        }

        foreach (var step in sql.Prepare)
        {
            Execute("checking", step, transaction);
        }

        if (Execute("checking", sql.RejectRepeated, transaction) > 0)
        {
            DropRejected();
        }

        if (table.Watched)
        {
            Execute("checking", sql.Touch, transaction);
        }

        var good = run.Store.Connection.ExecuteScalar<long>(sql.CountStaged, new { import = run.Store.Import }, transaction, run.Store.StatementSeconds);
        var all = run.Changed.AreAll(transaction);
        var changed = all ? [] : FindChanged(transaction);
        var updated = Execute("storing", sql.Update, transaction);
        var inserted = Execute("storing", sql.Insert, transaction);
        if (all && updated + inserted > 0)
        {
            run.Changed.MarkAll(transaction);
        }

        run.Changed.Mark(changed, transaction);
        run.Report(table, "storing", read, length, length);
        transaction.Commit();
        return (inserted, updated, good - inserted - updated);
    }

    private List<string> FindChanged(DbTransaction transaction)
    {
        using var reader = Rows.Read(run.Store.Connection, Command("checking", sql.FindChanged, transaction));
        return [.. reader.Parse<string>()];
    }

    private long Execute(string stage, string statement, DbTransaction transaction) =>
        Rows.Change(run.Store.Connection, Command(stage, statement, transaction));

    private CommandDefinition Command(string stage, string statement, DbTransaction transaction)
    {
        run.Report(table, stage, read, length, length);
        return new($"-- import of {table.File}: {stage}\n{statement}", new { import = run.Store.Import }, transaction, run.Store.StatementSeconds, cancellationToken: run.Cancellation);
    }

    private long ListRejects(IRecordSource source)
    {
        var rejected = 0L;
        foreach (var (line, column, value, reason, id) in run.Store.Connection.Query<(long, string, string, string, string?)>(sql.ListRejected, new { import = run.Store.Import }, buffered: false))
        {
            run.Add(source.Place(new Reject(table.File, line, column, value, reason) { Id = source.NamesRowsById ? id : null }));
            rejected++;
        }

        return rejected;
    }
}
