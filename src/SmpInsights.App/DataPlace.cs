using System.CommandLine;
using System.CommandLine.Parsing;
using SmpInsights.Data;

namespace SmpInsights.App;

/// <summary>Where a command's data is: a folder with an embedded database, or a folder beside a database on SQL Server.</summary>
internal sealed class DataPlace
{
    private const string Variable = "SMP_CONNECTION";
    private const string SourceVariable = "SMP_SOURCE";
    private const string Usual = "./smp-data";

    private DataPlace(string folder, string? connection, string? source)
    {
        Folder = folder;
        Connection = connection;
        Source = source;
    }

    /// <summary>As given on the command line.</summary>
    public string Folder { get; }

    /// <summary>The connection string, which may hold a password; null for the embedded database.</summary>
    public string? Connection { get; }

    /// <summary>The clinic's own database, whose views are read: a connection string, which may hold a password, or a file; null where none is named.</summary>
    public string? Source { get; }

    public static (Option<DataPlace> Data, Option<string?> Connection, Option<string?> Source) Options()
    {
        var connection = new Option<string?>("--connection")
        {
            Description = $"A database on SQL Server in place of the folder's own; {Variable} where not given, which keeps a password off the command line.",
            HelpName = "STRING",
            Recursive = true,
        };
        RefuseEmpty(connection, "--connection: the connection string is empty.");
        var source = new Option<string?>("--source")
        {
            Description = $"The clinic's own database, read through views (smp adopt): a connection string or an SQLite file; {SourceVariable} where not given, and else the one of --connection.",
            HelpName = "STRING|FILE",
            Recursive = true,
        };
        RefuseEmpty(source, "--source: it is empty.");
        var data = new Option<DataPlace>("--data")
        {
            Description = "The data folder.",
            HelpName = "DIR",
            DefaultValueFactory = given => Of(Usual, given),
            CustomParser = given => Of(given.Tokens[0].Value, given),
            Recursive = true,
        };
        RefuseEmpty(data, "--data: the name of the data folder is empty.");
        return (data, connection, source);

        DataPlace Of(string folder, SymbolResult given) => new(folder, Given(given, connection, Variable), Given(given, source, SourceVariable));
    }

    /// <summary>Whether there is a database to look at; makes none.</summary>
    public bool HasDatabase() => Connection is not null || File.Exists(Path.Combine(Path.GetFullPath(Folder), SmpDatabase.FileName));

    /// <summary>As the help shows it; never the connection string.</summary>
    public override string ToString() => Folder;

    private static string? Given(SymbolResult result, Option<string?> option, string variable) =>
        result.GetValue(option) ?? (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } set ? set : null);

    private static void RefuseEmpty(Option option, string message) => option.Validators.Add(given =>
    {
        if (given.Tokens.Any(t => string.IsNullOrWhiteSpace(t.Value)))
            given.AddError(message);
    });
}
