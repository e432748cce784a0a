using System.CommandLine;

namespace SmpInsights.App.Commands;

/// <summary><c>smp migrate</c>: brings the database to this version. The embedded one does so by itself on any command.</summary>
internal static class MigrateCommand
{
    public static Command Make(Option<string> data)
    {
        var command = new Command("migrate", "Bring the database's tables to this version.");
        command.SetAction(parsed =>
        {
            var session = new SmpSession(parsed.GetValue(data)!, create: true);
            Console.Out.WriteLine($"The database in {session.Folder.Root} is up to date.");
            return ExitCode.Done;
        });
        return command;
    }
}
