using System.Text.Json.Nodes;
using SmpInsights.App.Exports;
using SmpInsights.App.Terminal;
using SmpInsights.Data.Workbooks;

namespace SmpInsights.App.Imports;

/// <summary><c>smp import --template FILE.xlsx</c>: an empty workbook of the data contract.</summary>
internal static class TemplateFile
{
    public static int Write(string path, string? folder, bool force, bool json)
    {
        if (folder is not null)
            throw new UsageException("--template writes an empty workbook and imports nothing; leave DIR out.");
        var target = new ExportTarget("--template", path, force, ".xlsx");
        target.Write(stream =>
        {
            WorkbookTemplate.Write(stream);
            return true;
        });
        if (json)
            JsonOut.Print(new JsonObject { ["template"] = target.Path });
        else
            Console.Out.WriteLine($"An empty workbook is in {target.Path}. Fill it in and import it with: smp import {path}");
        return ExitCode.Done;
    }
}
