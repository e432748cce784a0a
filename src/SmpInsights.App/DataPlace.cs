using System.CommandLine;
using System.CommandLine.Parsing;
using SmpInsights.Data;

namespace SmpInsights.App;

/// <summary>Where a command's data is: a folder with an embedded database, or a folder beside a database on SQL Server.</summary>
internal sealed class DataPlace
{
    private const string Variable = "SMP_CONNECTION";
    private const string Usual = "./smp-data";

    private DataPlace(string folder, string? connection)
    {
        Folder = folder;
        Connection = connection;
    }

    /// <summary>As given on the command line.</summary>
    public string Folder { get; }

    /// <summary>The connection string, which may hold a password; null for the embedded database.</summary>
    public string? Connection { get; }

    public static (Option<DataPlace> Data, Option<string?> Connection) Options()
    {
        var connection = new Option<string?>("--connection")
        {
            Description = $"A database on SQL Server in place of the folder's own; {Variable} where not given, which keeps a password off the command line.",
            HelpName = "STRING",
            Recursive = true,
        };
        RefuseEmpty(connection, "--connection: the connection string is empty.");
        var data = new Option<DataPlace>("--data")
        {
            Description = "The data folder.",
            HelpName = "DIR",
            DefaultValueFactory = given => new DataPlace(Usual, Given(given, connection)),
            CustomParser = given => new DataPlace(given.Tokens[0].Value, Given(given, connection)),
            Recursive = true,
        };
        RefuseEmpty(data, "--data: the name of the data folder is empty.");
        return (data, connection);
    }

    /// <summary>Whether there is a database to look at; makes none.</summary>
    public bool HasDatabase() => Connection is not null || File.Exists(Path.Combine(Path.GetFullPath(Folder), SmpDatabase.FileName));

    /// <summary>As the help shows it; never the connection string.</summary>
    public override string ToString() => Folder;

    private static string? Given(SymbolResult result, Option<string?> connection) =>
        result.GetValue(connection) ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set ? set : null);

    private static void RefuseEmpty(Option option, string message) => option.Validators.Add(given =>
    {
        if (given.Tokens.Any(t => string.IsNullOrWhiteSpace(t.Value)))
            given.AddError(message);
    });
}
