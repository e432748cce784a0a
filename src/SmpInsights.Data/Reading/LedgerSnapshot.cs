using System.Data.Common;
using Dapper;
using SmpInsights.Outcomes.Finance;

namespace SmpInsights.Data.Reading;

/// <summary>The payments of a range of days as of one consistent moment, streamed: never more than a row of them is held.</summary>
public sealed class LedgerSnapshot : IDisposable
{
    private readonly SmpDatabase db;
    private readonly DbConnection connection;
    private readonly DbTransaction? transaction;
    private readonly DateOnly from;
    private readonly DateOnly until;

    /// <param name="db">Where the payments are.</param>
    /// <param name="clinicId">Null for all clinics.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, inclusive.</param>
    public LedgerSnapshot(SmpDatabase db, string? clinicId, DateOnly first, DateOnly last)
    {
        this.db = db;
        from = first;
        until = last.AddDays(1);
        connection = db.ConnectToRead();
        try
        {
            db.ReadAllOver(connection);
            transaction = db.BeginRead(connection);
            Parts = [.. Stream(clinicId is null ? "finance/ledger_parts" : "finance/ledger_parts_of_clinic", new { clinic = clinicId, from, until }, r => new LedgerPart(r.Text(0), r.Text(1), r.Money(2), r.Money(3), r.Whole(4)))];
            Techniques = Names("reader/techniques", 1);
            Practitioners = Names("reader/practitioners", 2);
        }
        catch
        {
            Dispose();
            throw;
        }
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
        transaction?.Dispose();
        connection.Dispose();
    }

    private Dictionary<string, string> Names(string path, int column) =>
        Stream(path, new { }, r => KeyValuePair.Create(r.Text(0), r.Text(column))).ToDictionary(StringComparer.Ordinal);

    private IEnumerable<T> Stream<T>(string path, object parameters, Func<RowCursor, T> row)
    {
        using var reader = (DbDataReader)connection.ExecuteReader(db.Statement($"queries/{path}"), parameters, transaction, db.ReadSeconds);
        var cursor = new RowCursor(reader, db.Types, CancellationToken.None);
        while (cursor.Next())
        {
            yield return row(cursor);
        }
    }
}
