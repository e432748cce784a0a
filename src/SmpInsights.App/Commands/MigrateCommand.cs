using System.CommandLine;
using SmpInsights.Data;

namespace SmpInsights.App.Commands;

/// <summary><c>smp migrate</c>: brings the database to this version. The embedded one does so by itself on any command; one on SQL Server only here, so that a program that changes tables is one that was told to.</summary>
internal static class MigrateCommand
{
    public static Command Make(Option<DataPlace> data)
    {
        var command = new Command("migrate", "Bring the database's tables to this version.");
        command.SetAction(parsed =>
        {
            var place = parsed.GetValue(data)!;
            if (place.Connection is { } connection)
                SmpDatabase.Migrate(connection);
            Console.Out.WriteLine($"{(place.Connection is null ? $"The database in {new SmpSession(place, create: true).Folder.Root}" : "The database on SQL Server")} is up to date.");
            return ExitCode.Done;
        });
        return command;
    }
}
