using System.Data.Common;
using System.Globalization;
using Dapper;
using SmpInsights.Outcomes.Finance;

namespace SmpInsights.Data.Reading;

/// <summary>The payments of a range of days as of one consistent moment, streamed: never more than a row of them is held.</summary>
public sealed class LedgerSnapshot : IDisposable
{
    /// <summary>32 MB: payments by day lie all over a table that is kept by id, and so do their treatments.</summary>
    private const string PageCache = "PRAGMA cache_size = -32768";

    private readonly DbConnection connection;
    private readonly DbTransaction transaction;
    private readonly string from;
    private readonly string until;

    /// <param name="db">Where the payments are.</param>
    /// <param name="clinicId">Null for all clinics.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, inclusive.</param>
    public LedgerSnapshot(SmpDatabase db, string? clinicId, DateOnly first, DateOnly last)
    {
        from = first.ToString(StoredDate.Format, CultureInfo.InvariantCulture);
        until = last.AddDays(1).ToString(StoredDate.Format, CultureInfo.InvariantCulture);
        connection = db.Connect();
        connection.Execute(PageCache);
        transaction = SmpDatabase.BeginRead(connection);
        Parts = [.. Stream("finance/ledger_parts", new { clinic = clinicId, from, until }, r => new LedgerPart(r.Text(0), r.Text(1), r.Money(2), r.Money(3), r.Whole(4)))];
        Techniques = Names("reader/techniques", 1);
        Practitioners = Names("reader/practitioners", 2);
    }

    /// <summary>By currency, then clinic; a part without payments in the range is there for what was received before.</summary>
    public IReadOnlyList<LedgerPart> Parts { get; }

    /// <summary>Names by id.</summary>
    public IReadOnlyDictionary<string, string> Techniques { get; }

    /// <summary>Names by id.</summary>
    public IReadOnlyDictionary<string, string> Practitioners { get; }

    /// <summary>The payments of a part, by day, then id.</summary>
    public IEnumerable<LedgerEntry> Payments(LedgerPart part) => Stream("finance/ledger_payments", new { clinic = part.Clinic, currency = part.Currency, from, until }, r =>
    {
        var kind = r.Code(5, CodeNames.PaymentKind);
        return new LedgerEntry(r.Text(0), r.Date(1), part.Clinic, r.TextOrNull(2), r.TextOrNull(3), r.TextOrNull(4), kind, r.SharedOrNull(6), r.SharedOrNull(7) ?? Revenue.Unattributed, r.SharedOrNull(8) ?? Revenue.Unattributed,
            part.Currency, Takings.Of(kind, r.Money(9), r.Money(10)));
    });

    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
    }

    private Dictionary<string, string> Names(string path, int column) =>
        Stream(path, new { clinic = (string?)null }, r => KeyValuePair.Create(r.Text(0), r.Text(column))).ToDictionary(StringComparer.Ordinal);

    private IEnumerable<T> Stream<T>(string path, object parameters, Func<RowCursor, T> row)
    {
        using var reader = (DbDataReader)connection.ExecuteReader(SqlFile.Statement($"queries/{path}"), parameters, transaction);
        var cursor = new RowCursor(reader);
        while (cursor.Next())
        {
            yield return row(cursor);
        }
    }
}
