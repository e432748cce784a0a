using Dapper;
using SmpInsights.Data.Import;

namespace SmpInsights.Data.Adoption;

/// <summary>Whether the clinic's own database still shows a client: the next reading would bring them back.</summary>
public static class SourceClient
{
    /// <returns>The view that shows the client; null where none does.</returns>
    /// <exception cref="SmpDataException">The database can't be read.</exception>
    public static string? ShownIn(ClinicSource source, string client, CancellationToken ct)
    {
        var table = Contract.Tables.First(t => t.Name is "clients");
        using var read = new SourceRead(source, ct);
        if (!read.Views().TryGetValue(table.Name, out var found) || new SourceView(source, table, found) is not { HasId: true } view)
        {
            return null;
        }

        var rows = read.Try(() => read.Connection.ExecuteScalar<long>(view.IdIs(source, "@client"), new { client }, read.Transaction, SourceRead.Seconds));
        return rows > 0 ? view.Name : null;
    }
}
