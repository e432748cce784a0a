using System.Data.Common;
using SmpInsights.Data.Import;

namespace SmpInsights.Data.Maps;

/// <summary>
/// Imports a folder of another system's export through a column map. CSV files of the contract in the same folder are taken as they are. What the map makes goes through the
/// same rules as any import. An export's appointments are held in memory together, some 500 bytes each: treatments are told from all of a client's.
/// </summary>
public sealed class MapImport(SmpDatabase db, TimeProvider clock, ColumnMap map, ClinicChoice choice, string dataFolder)
{
    private readonly PersonalColumns personal = new(map.Personal);

    /// <exception cref="SmpDataException">The folder, the database or the lists can't be used, or the clinic is not known.</exception>
    public ImportResult Run(string folder, ImportLists lists, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        try
        {
            var found = Directory.GetFiles(folder).Where(p => !lists.All.Contains(Path.GetFullPath(p), StringComparer.Ordinal)).Order(StringComparer.Ordinal).ToList();
            using var run = new ImportRun(db, clock, lists.Rejects, lists.Warnings, progress, ct);
            Dictionary<string, FileResult> tables = new(StringComparer.Ordinal);
            var contract = Contract.Tables.Select(t => (t.Name, Path: found.Find(p => IsContract(p, t)))).Where(t => t.Path is not null).ToDictionary(t => t.Name, t => t.Path!, StringComparer.Ordinal);
            var exports = found.Except(contract.Values, StringComparer.Ordinal).ToList();

            MapWork work;
            List<FileResult> results;
            List<string> ignored;
            try
            {
                Take(run, tables, Contract.Tables[0], contract);
                (work, results, ignored) = Make(run, exports);
                Store(run, tables, work, contract);
            }
            finally
            {
                run.Changed.Release();
            }

            var warnings = OddityWarnings.List(run);
            return new(
                [.. results, .. tables.Values.Select(file => file with { Warnings = file.Warnings + warnings.GetValueOrDefault(file.File) })],
                run.Rejects,
                run.Warnings,
                [.. ignored.Select(path => Shown.Value(Path.GetFileName(path))).Order(StringComparer.Ordinal)])
            {
                Inferred = InferredCellsTable.Write(lists.Inferred, work.Inferences),
                LeftOut = [.. work.LeftOut],
            };
        }
        catch (DbException e)
        {
            throw new SmpDataException($"The import stopped: {db.Explain(e)}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SmpDataException($"The import stopped: {e.Message}", e);
        }
    }

    private bool IsContract(string path, ContractTable table) =>
        string.Equals(Path.GetFileName(path), table.File, StringComparison.OrdinalIgnoreCase) && !map.Tables.Any(t => t.File is not null && MapText.Fits(Path.GetFileName(path), t.File));

    /// <summary>A file of the contract that lies beside the export.</summary>
    private static void Take(ImportRun run, Dictionary<string, FileResult> tables, ContractTable table, Dictionary<string, string> contract)
    {
        if (contract.TryGetValue(table.Name, out var path))
        {
            tables[table.Name] = new TableImport(run, table).Run(path);
        }
    }

    /// <summary>What the map makes of the exports, in memory.</summary>
    private (MapWork Work, List<FileResult> Results, List<string> Ignored) Make(ImportRun run, List<string> exports)
    {
        var (clinic, isNew, isInferred) = new ClinicOfExport(map, choice).Find(run, () => Hints(exports));
        var work = new MapWork(map, clinic, ClientKey.Of(dataFolder), new StoredRows(run), clock.GetUtcNow(), run.Add);
        var (results, ignored) = Read(run, work, exports);
        if (isNew && results.Exists(r => r.Read > 0))
        {
            work.AddClinic(isInferred);
        }

        return (work, results, ignored);
    }

    private void Store(ImportRun run, Dictionary<string, FileResult> tables, MapWork work, Dictionary<string, string> contract)
    {
        foreach (var table in Contract.Tables)
        {
            if (table != Contract.Tables[0])
            {
                Take(run, tables, table, contract);
            }

            Store(run, tables, work.Stored, work[table.Name]);
        }

        var untold = new UntoldRows(run, work, choice.MayRemove).Remove();
        foreach (var (table, rows) in untold.Where(t => t.Value > 0))
        {
            var file = tables.GetValueOrDefault(table, new(work[table].Table.File, 0, 0, 0, 0, 0, 0, [], Missing: false, Unreadable: false));
            tables[table] = file with { Warnings = file.Warnings + rows };
        }

        InferredCellsTable.Replace(run, work, untold);
    }

    /// <summary>Rows that the map made; added to what a file of the contract gave the table.</summary>
    private static void Store(ImportRun run, Dictionary<string, FileResult> tables, StoredRows stored, MappedTable made)
    {
        if (made.Rows.Count == 0)
        {
            return;
        }

        stored.KeepDetails(made);
        var result = new TableImport(run, made.Table).Run(made);
        tables[made.Table.Name] = tables.TryGetValue(made.Table.Name, out var file)
            ? file with
            {
                Read = file.Read + result.Read,
                Inserted = file.Inserted + result.Inserted,
                Updated = file.Updated + result.Updated,
                Unchanged = file.Unchanged + result.Unchanged,
                Rejected = file.Rejected + result.Rejected,
                Warnings = file.Warnings + result.Warnings,
            }
            : result;
    }

    private (List<FileResult> Results, List<string> Ignored) Read(ImportRun run, MapWork work, List<string> exports)
    {
        List<FileResult> results = [];
        List<string> ignored = [];
        var appointments = map.Tables.Where(t => string.Equals(t.Table, MapTargets.Appointments, StringComparison.Ordinal)).ToDictionary(t => t, t => new AppointmentRows(work, t));
        foreach (var path in exports)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            if (!path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            {
                ignored.Add(path);
                continue;
            }

            var before = work.Rejected;
            long read = 0;
            var taken = false;
            var whole = true;
            Reject? against = null;
            foreach (var table in map.Tables)
            {
                using var stream = File.OpenRead(path);
                using var file = new ExportFile(path, stream, personal, work.Reject);
                switch (Match(file, table, out var reject))
                {
                    case FileMatch.Its:
                        taken = true;
                        Read(work, table, file, appointments);
                        read += file.Read;
                        break;
                    case FileMatch.Broken:
                        against ??= reject;
                        break;
                }
            }

            if (!taken && against is not null)
            {
                whole = false;
                work.Reject(against);
            }
            else if (!taken)
            {
                ignored.Add(path);
                continue;
            }

            results.Add(new(Shown.Value(Path.GetFileName(path)), read, 0, 0, 0, work.Rejected - before, 0, [], Missing: false, Unreadable: !whole));
            run.Report(Contract.Tables[0], "reading", results.Count, results.Count, exports.Count);
        }

        if (results.Count == 0)
        {
            work.Reject(new Reject("", 0, "", "", $"no CSV file of the folder has the columns of the map {map.Id}: {string.Join(", ", map.Tables.SelectMany(Required).Select(r => string.Join(" or ", r)).Distinct(StringComparer.Ordinal))}"));
            results.Add(new("", 0, 0, 0, 0, 1, 0, [], Missing: true, Unreadable: false));
        }

        foreach (var (_, rows) in appointments)
        {
            new AppointmentCourses(work).Add(StoredAppointments.With(run, work.Start, work.Told, rows.All));
        }

        return (results, ignored);
    }

    private static void Read(MapWork work, TableMap table, ExportFile file, Dictionary<TableMap, AppointmentRows> appointments)
    {
        switch (table.Table)
        {
            case MapTargets.Appointments:
                appointments[table].Read(file);
                break;
            case MapTargets.Sales:
                new SalePayments(work, table).Read(file);
                break;
            default:
                new DirectRows(work, table).Read(file);
                break;
        }
    }

    private enum FileMatch { NotIts, Its, Broken }

    /// <summary>A file is a table's when its name fits or, where the map names no file, when it has a needed column; it is broken when it then lacks another.</summary>
    private static FileMatch Match(ExportFile file, TableMap table, out Reject? reject)
    {
        reject = null;
        var named = table.File is not null && MapText.Fits(file.Name, table.File);
        if (table.File is not null && !named)
        {
            return FileMatch.NotIts;
        }

        if (!file.ReadHeader(table, out reject))
        {
            return FileMatch.Broken;
        }

        var twice = file.Header.GroupBy(MapText.Key, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        var required = Required(table).ToList();
        var missing = required.FindAll(names => !names.Any(file.Has));
        if (!named && !RequiredBeside(table).Any(names => names.Any(file.Has)))
        {
            return FileMatch.NotIts;
        }

        if (missing.Count > 0)
        {
            reject = new(file.Name, 1, string.Join(" or ", missing[0]), "", "required column missing");
            return FileMatch.Broken;
        }

        if (table.Fields.Values.SelectMany(f => f.Sources).FirstOrDefault(name => twice.Contains(MapText.Key(name))) is { } again)
        {
            reject = new(file.Name, 1, again, "", "the column comes twice");
            return FileMatch.Broken;
        }

        return FileMatch.Its;
    }

    /// <summary>Columns of the export a table can't do without: of each group one.</summary>
    private static IEnumerable<IReadOnlyList<string>> Required(TableMap table) => RequiredFields(table)
        .Select(f => (IReadOnlyList<string>)[.. (f.Client.Count > 0 ? f.Client.SelectMany(c => c) : f.Columns).Distinct(StringComparer.Ordinal)]);

    /// <summary>Of these, the ones by which a file is known: a list of clients' names and addresses is no list of appointments.</summary>
    private static IEnumerable<IReadOnlyList<string>> RequiredBeside(TableMap table) => RequiredFields(table).Where(f => f.Client.Count == 0).Select(f => f.Columns);

    private static IEnumerable<FieldMap> RequiredFields(TableMap table) => MapTargets.Of(table.Table).Where(t => t.Required)
        .Select(t => table.Fields.GetValueOrDefault(t.Name)).OfType<FieldMap>().Where(f => f.Constant is null && f.Otherwise is null && f.Sources.Any());

    private (string? TimeZone, string? Currency) Hints(List<string> exports)
    {
        var hints = new ClinicHints();
        foreach (var path in exports.Where(p => p.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var table in map.Tables)
            {
                using var stream = File.OpenRead(path);
                using var file = new ExportFile(path, stream, personal, _ => { });
                if (Match(file, table, out _) == FileMatch.Its)
                {
                    hints.Read(file, table);
                }
            }
        }

        return (hints.TimeZone, hints.Currency);
    }
}
