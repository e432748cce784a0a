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

        // As a reading would store it: the database's own comparison may know one id under several writings.
        var shown = read.Try(() => read.Connection.Query<object>(view.SelectIds, transaction: read.Transaction, buffered: false, commandTimeout: SourceRead.Seconds).Any(row => Id(row) is { } id && string.Equals(SourceText.Of(id).Trim(), client, StringComparison.Ordinal)));
        return shown ? view.Name : null;

        static object? Id(object row) => ((IDictionary<string, object?>)row).Values.First();
    }
}
