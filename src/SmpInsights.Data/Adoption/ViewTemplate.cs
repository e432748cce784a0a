using System.Text;
using SmpInsights.Data.Import;
using SmpInsights.Data.Workbooks;

namespace SmpInsights.Data.Adoption;

/// <summary>The script that shows the clinic's own tables as the views the product reads: a view for each table of the contract, filled in where names fit, for a person to finish.</summary>
public static class ViewTemplate
{
    /// <param name="source">Whose tables are looked through; null for T-SQL with nothing filled in.</param>
    /// <exception cref="SmpDataException">The database can't be read.</exception>
    public static string Write(ClinicSource? source)
    {
        var dialect = source?.Dialect ?? ViewDialect.SqlServer;
        var tables = source?.Tables() ?? [];
        var script = new StringBuilder();
        foreach (var line in (string[])[.. Opening(source, dialect), .. dialect.Opening])
        {
            script.Append(line).Append('\n');
        }

        foreach (var table in Contract.Tables)
        {
            script.Append('\n');
            foreach (var line in View(dialect, table, ViewGuess.Of(table, tables)))
            {
                script.Append(line).Append('\n');
            }
        }

        return script.ToString();
    }

    private static IEnumerable<string> Opening(ClinicSource? source, ViewDialect dialect) =>
    [
        $"-- Views through which SmpInsights reads {(source is null ? "your database" : Plain(source.Name))}. It reads them and changes nothing.",
        "-- Finish each line, run the script as someone who may create views, then: smp adopt --check",
        "-- Views that you leave out are tables without rows; columns that you leave out are unknown. Needed are " + string.Join(", ", Contract.Tables.Where(t => t.Needed).Select(t => dialect.View(t.Name))) + ".",
        "-- Leave out what could name a client: there is no column for names, telephone numbers or addresses.",
        "-- Where other words are used than the ones listed, translate them: CASE t.reason WHEN 'Fading' THEN 'fade' ELSE 'other' END AS reason.",
        $"-- A last column {SourceView.ChangedAt} (when the row was last changed) lets only what changed be read; without it each reading goes through all rows and stores what differs.",
    ];

    /// <summary>A view of which nothing is known is left as a comment, so that the script runs.</summary>
    private static IEnumerable<string> View(ViewDialect dialect, ContractTable table, ViewGuess? guess)
    {
        yield return $"-- {dialect.View(table.Name)}{(table.Needed ? " (needed)" : "")}: {(guess is null ? "no table with a name like it was found." : $"from {Plain(guess.Found.FullName)}, which has {string.Join(", ", guess.Found.Columns.Select(c => Plain(c.Name)))}.")}";
        var comment = guess is null ? "-- " : "";
        foreach (var line in dialect.Before(table.Name))
        {
            yield return comment + line;
        }

        yield return $"{comment}CREATE VIEW {dialect.View(table.Name)} AS";
        yield return comment + "SELECT";
        List<(string Expression, string Name, string Says)> columns =
        [
            .. table.Columns.Select(c => (guess?.Column(c.Name) is { } own ? "t." + dialect.Quote(own.Name) : "NULL", c.Name, Says(dialect, table, c))),
        ];
        if (guess?.Column(SourceView.ChangedAt) is { } changed)
        {
            columns.Add(("t." + dialect.Quote(changed.Name), SourceView.ChangedAt, "When the row was last changed."));
        }

        var width = columns.Max(c => c.Expression.Length + c.Name.Length) + 5;
        for (var i = 0; i < columns.Count; i++)
        {
            var (expression, name, says) = columns[i];
            var select = $"{expression} AS {name}{(i < columns.Count - 1 ? "," : "")}".PadRight(width);
            yield return $"{comment}    {select} -- {says}";
        }

        yield return $"{comment}FROM {(guess is null ? "..." : dialect.Quote(guess.Found))} AS t;";
        if (dialect.After.Length > 0)
        {
            yield return comment + dialect.After;
        }
    }

    /// <summary>A name in a comment cannot end it.</summary>
    private static string Plain(string name) => Shown.Value(name);

    private static string Says(ViewDialect dialect, ContractTable table, ContractColumn column) => TemplateText.Of(table, column).Replace($"the sheet {column.References}", column.References is { } other ? dialect.View(other) : "", StringComparison.Ordinal).Replace("in this sheet", "in this view", StringComparison.Ordinal);
}
