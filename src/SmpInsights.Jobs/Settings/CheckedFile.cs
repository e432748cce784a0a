using SmpInsights.Jobs.Brands;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Settings;

/// <summary>A file as it would be taken: a definition or branding, or what is wrong with it.</summary>
public sealed record CheckedFile(string File, ReportDefinition? Definition, BrandBook? Brands, IReadOnlyList<SettingProblem> Problems)
{
    public bool IsFine => Problems.Count == 0;

    /// <summary>The files a data folder holds: definitions in ordinal order, then its branding.</summary>
    public static IReadOnlyList<string> In(DataFolder folder) => [.. DefinitionCatalog.FilesIn(folder.Definitions), .. System.IO.File.Exists(folder.Branding) ? [folder.Branding] : Array.Empty<string>()];

    /// <summary>Reads files as they would be read for a report; one named branding.json as branding. Two of one folder that define one report are wrong, the later one is.</summary>
    public static IReadOnlyList<CheckedFile> All(IEnumerable<string> files)
    {
        var firsts = new Dictionary<(string Folder, string Id), string>();
        var all = new List<CheckedFile>();
        foreach (var file in files)
        {
            var one = Read(file);
            if (one.Definition is { Id: var id } && !firsts.TryAdd((Path.GetDirectoryName(Path.GetFullPath(file))!, id), file))
                one = one with { Problems = [new SettingProblem(file, 1, 1, "id", id, $"free: {firsts[(Path.GetDirectoryName(Path.GetFullPath(file))!, id)]} defines it already")] };
            all.Add(one);
        }

        return all;
    }

    private static CheckedFile Read(string file)
    {
        try
        {
            return string.Equals(Path.GetFileName(file), DataFolder.BrandingFile, StringComparison.Ordinal)
                ? new CheckedFile(file, null, BrandBook.Read(file), [])
                : new CheckedFile(file, DefinitionReader.Read(file, System.IO.File.ReadAllText(file)), null, []);
        }
        catch (SettingException e)
        {
            return new CheckedFile(file, null, null, e.Problems);
        }
    }
}
