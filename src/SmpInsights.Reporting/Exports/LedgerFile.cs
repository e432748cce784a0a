using SmpInsights.Outcomes.Finance;

namespace SmpInsights.Reporting.Exports;

/// <summary>A ledger being written onto a stream of its maker's, payment by payment. Without <see cref="Complete"/> the file can't be used.</summary>
public abstract class LedgerFile
{
    /// <summary>The sheets written; a format without sheets has none.</summary>
    public abstract IReadOnlyList<ExportedSheet> Sheets { get; }

    /// <summary>The payments of one currency come together.</summary>
    public abstract void Add(LedgerEntry payment);

    /// <summary>Ends the file.</summary>
    /// <param name="totals">Every currency, also those without a payment in the range.</param>
    public abstract void Complete(IReadOnlyList<ExportedCurrency> totals);
}
