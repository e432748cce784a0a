using System.Globalization;
using SmpInsights.Data;
using SmpInsights.Data.Reading;
using SmpInsights.Outcomes.Finance;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Exports;

namespace SmpInsights.App.Exports;

/// <summary>Payments of a range from the database straight into a file: one row in hand at a time, everything from one consistent moment.</summary>
internal static class FinanceExport
{
    /// <summary>Rows between two looks at whether to stop.</summary>
    private const int Stride = 1024;

    /// <param name="database">Where the payments are.</param>
    /// <param name="clinic">Null for all clinics.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, inclusive.</param>
    /// <param name="target">Where to.</param>
    /// <param name="band">The colour behind a workbook's headers; null for the product's.</param>
    /// <param name="progress">Hears the share that is written.</param>
    /// <param name="cancellation">Looked at as rows go by; nothing is left then.</param>
    /// <exception cref="FailureException">The file can't be written, or there are more payments or other sums than were counted.</exception>
    public static ExportResult Run(SmpDatabase database, string? clinic, DateOnly from, DateOnly to, ExportTarget target, BrandColour? band, Action<double> progress, CancellationToken cancellation)
    {
        using var snapshot = new LedgerSnapshot(database, clinic, from, to);
        var names = new LedgerNames(snapshot.Techniques, snapshot.Practitioners);
        var note = string.Create(CultureInfo.InvariantCulture, $"Payments from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}, {(clinic is null ? "all clinics" : "clinic " + clinic)}.");
        return target.Write(stream =>
        {
            LedgerFile file = target.IsWorkbook ? new LedgerWorkbook(stream, names, note, band) : new LedgerCsv(stream, names);
            var all = Math.Max(1, snapshot.Parts.Sum(p => (long)p.Payments));
            var written = 0;
            var totals = new SortedDictionary<string, ExportedCurrency>(StringComparer.Ordinal);
            foreach (var part in snapshot.Parts)
            {
                var sum = default(Takings);
                foreach (var payment in ReadAhead.Of(snapshot.Payments(part), cancellation))
                {
                    file.Add(payment);
                    sum += payment.Takings;
                    if (++written % Stride != 0)
                        continue;
                    cancellation.ThrowIfCancellationRequested();
                    progress((double)written / all);
                }

                if (sum.Payments != part.Payments || sum.Received != part.Received)
                    throw new FailureException(string.Create(CultureInfo.InvariantCulture, $"Clinic {part.Clinic} has {part.Payments} payments of {part.Received} {part.Currency}, but {sum.Payments} of {sum.Received} were read; nothing was written."));
                var before = totals.GetValueOrDefault(part.Currency) ?? new ExportedCurrency(part.Currency, 0, 0, default);
                totals[part.Currency] = before with { Opening = before.Opening + part.Opening, SumOfPayments = before.SumOfPayments + part.Opening + part.Received, Total = before.Total + sum };
            }

            cancellation.ThrowIfCancellationRequested();
            file.Complete([.. totals.Values]);
            return new ExportResult(target.Path, written, file.Sheets, [.. totals.Values]);
        });
    }
}
