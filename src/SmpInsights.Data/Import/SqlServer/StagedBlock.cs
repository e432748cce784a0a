namespace SmpInsights.Data.Import.SqlServer;

/// <summary>A block of parsed rows on their way to the server: the good ones and the rejected.</summary>
internal sealed class StagedBlock(ContractTable table, int import)
{
    public StagedRowReader Rows { get; } = new(table, import);

    public RejectReader Rejects { get; } = new(import);

    public int Count => Rows.Count + Rejects.Count;
}
