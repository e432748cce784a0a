using System.Data.Common;
using Dapper;
using SmpInsights.Outcomes.Input;

namespace SmpInsights.Data.Reading;

/// <summary>Reads what the measures need, in columns, as of one consistent moment.</summary>
public sealed class OutcomeReader(SmpDatabase db)
{
    /// <summary>Tables that belong to no clinic.</summary>
    private static readonly string[] OfAll = ["techniques", "pigments"];

    /// <summary>Every clinic, by id.</summary>
    public IReadOnlyList<ClinicRow> Clinics() => db.Try(() =>
    {
        using var connection = db.Connect();
        var rows = connection.Query<(string Id, string Name, string TimeZone, string Currency)>(db.Statement("queries/reader/clinics"));
        return rows.Select(c => new ClinicRow(c.Id, c.Name, c.TimeZone, c.Currency)).ToList();
    });

    /// <summary>Who treats clients of which clinic, by clinic and practitioner.</summary>
    public IReadOnlyList<TreatingRow> Treating() => db.Try(() =>
    {
        using var connection = db.Connect();
        var rows = connection.Query<(string Clinic, string Practitioner)>(db.Statement("queries/reader/treating"), commandTimeout: db.ReadSeconds);
        return rows.Select(t => new TreatingRow(t.Clinic, t.Practitioner)).ToList();
    });

    /// <summary>
    /// The rows of one clinic, or of all. A practitioner of another clinic who worked on the clinic's clients is among its practitioners,
    /// with <see cref="ClinicData.None"/> for a clinic.
    /// </summary>
    /// <param name="clinicId">Null for all clinics; an unknown id gives a result without clinics.</param>
    /// <param name="ct">Looked at between tables, and as rows go by.</param>
    public ClinicData Read(string? clinicId, CancellationToken ct = default) => db.Try(
        () =>
        {
            using var connection = db.ConnectToRead();
            using var transaction = db.BeginRead(connection);
            return new ClinicDataRead((path, fill) => Stream(connection, transaction, path, clinicId, fill, ct)).All();
        },
        ct);

    private void Stream(DbConnection connection, DbTransaction transaction, string path, string? clinicId, Action<RowCursor> fill, CancellationToken ct)
    {
        var statement = db.Statement(clinicId is null || OfAll.Contains(path, StringComparer.Ordinal) ? $"queries/reader/{path}" : $"queries/reader/{path}_of_clinic");
        using var reader = Rows.Read(connection, new CommandDefinition(statement, new { clinic = clinicId }, transaction, db.ReadSeconds, cancellationToken: ct));
        var cursor = new RowCursor(reader, db.Types, ct);
        while (cursor.Next())
        {
            fill(cursor);
        }
    }
}
