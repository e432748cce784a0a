namespace SmpInsights.Data.Import;

/// <summary>Imports a folder of the data contract's CSV files.</summary>
public sealed class CsvImport(SmpDatabase db, TimeProvider clock)
{
    public ImportResult Run(string folder, string rejectsPath, string warningsPath, IProgress<ImportProgress>? progress, CancellationToken ct) =>
        db is null || clock is null ? throw new ArgumentNullException(nameof(db)) : throw new NotSupportedException();
}
