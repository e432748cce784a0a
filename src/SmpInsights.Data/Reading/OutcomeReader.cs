using System.Data.Common;
using Dapper;
using SmpInsights.Outcomes.Input;

namespace SmpInsights.Data.Reading;

/// <summary>Reads what the measures need, in columns, as of one consistent moment.</summary>
public sealed class OutcomeReader(SmpDatabase db)
{
    /// <summary>Every clinic, by id.</summary>
    public IReadOnlyList<ClinicRow> Clinics()
    {
        using var connection = db.Connect();
        var rows = connection.Query<(string Id, string Name, string TimeZone, string Currency)>(SqlFile.Statement("queries/reader/clinics"), new { clinic = (string?)null });
        return [.. rows.Select(c => new ClinicRow(c.Id, c.Name, c.TimeZone, c.Currency))];
    }

    /// <summary>Who treats clients of which clinic, by clinic and practitioner.</summary>
    public IReadOnlyList<TreatingRow> Treating()
    {
        using var connection = db.Connect();
        var rows = connection.Query<(string Clinic, string Practitioner)>(SqlFile.Statement("queries/reader/treating"));
        return [.. rows.Select(t => new TreatingRow(t.Clinic, t.Practitioner))];
    }

    /// <summary>
    /// The rows of one clinic, or of all. A practitioner of another clinic who worked on the clinic's clients is among its practitioners,
    /// with <see cref="ClinicData.None"/> for a clinic.
    /// </summary>
    /// <param name="clinicId">Null for all clinics; an unknown id gives a result without clinics.</param>
    /// <param name="cancellation">Looked at with each row.</param>
    public ClinicData Read(string? clinicId, CancellationToken cancellation = default)
    {
        using var connection = db.Connect();

        // A snapshot of the write-ahead log: what is imported meanwhile is seen whole the next time, or not at all.
        using var transaction = SmpDatabase.BeginRead(connection);
        return new ClinicDataRead((path, fill) => Stream(connection, transaction, path, clinicId, fill, cancellation)).All();
    }

    private static void Stream(DbConnection connection, DbTransaction transaction, string path, string? clinicId, Action<RowCursor> fill, CancellationToken cancellation)
    {
        using var reader = (DbDataReader)connection.ExecuteReader(
            SqlFile.Statement($"queries/reader/{path}"), new { clinic = clinicId }, transaction);
        var cursor = new RowCursor(reader);
        while (cursor.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            fill(cursor);
        }
    }
}
