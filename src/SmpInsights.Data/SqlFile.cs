using System.Collections.Concurrent;

namespace SmpInsights.Data;

/// <summary>The SQL files of the repository, embedded. A statement carries its file's name, so that a slow query in a log leads back to it.</summary>
internal static class SqlFile
{
    private static readonly Dictionary<string, string> Resources = typeof(SqlFile).Assembly.GetManifestResourceNames()
        .ToDictionary(name => name.Replace('\\', '/'), StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<(string Path, string? Dialect), string> Statements = new();

    /// <summary>The statement of <c>sql/{path}.sql</c>, preceded by its file's name; that of <c>sql/{path}.{dialect}.sql</c> where there is one.</summary>
    public static string Statement(string path, string? dialect = null) => Statements.GetOrAdd((path, dialect), static key =>
    {
        var own = $"sql/{key.Path}.{key.Dialect}.sql";
        var file = Resources.ContainsKey(own) ? own : $"sql/{key.Path}.sql";
        return $"-- {file}\n{Text(file)}";
    });

    public static string Text(string resource)
    {
        using var stream = typeof(SqlFile).Assembly.GetManifestResourceStream(Resources[resource])!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Embedded names in a folder such as <c>sql/schema/sqlite/</c>, in ordinal order.</summary>
    public static IEnumerable<string> In(string folder) =>
        Resources.Keys.Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
