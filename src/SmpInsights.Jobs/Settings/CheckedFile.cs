using SmpInsights.Jobs.Brands;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Delivery;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Settings;

/// <summary>A file as it would be taken: a definition, branding or delivery settings, or what is wrong with it.</summary>
public sealed record CheckedFile(string File, ReportDefinition? Definition, BrandBook? Brands, IReadOnlyList<SettingProblem> Problems)
{
    public DeliverySettings? Delivery { get; init; }

    public bool IsFine => Problems.Count == 0;

    /// <summary>The files a data folder holds: definitions in ordinal order, then branding and delivery settings.</summary>
    public static IReadOnlyList<string> In(DataFolder folder) => [.. DefinitionCatalog.FilesIn(folder.Definitions), .. new[] { folder.Branding, folder.Delivery }.Where(System.IO.File.Exists)];

    /// <summary>Reads files as they would be read for a report; one named branding.json as branding, delivery.json as delivery settings. Two of one folder that define one report are wrong, the later one is.</summary>
    /// <param name="files">Their names.</param>
    /// <param name="variable">Looks an environment variable up.</param>
    public static IReadOnlyList<CheckedFile> All(IEnumerable<string> files, Func<string, string?> variable)
    {
        var firsts = new Dictionary<(string Folder, string Id), string>();
        var all = new List<CheckedFile>();
        foreach (var file in files)
        {
            var one = Read(file, variable);
            if (one.Definition is { Id: var id } && !firsts.TryAdd((Path.GetDirectoryName(Path.GetFullPath(file))!, id), file))
                one = one with { Problems = [new SettingProblem(file, 1, 1, "id", id, $"free: {firsts[(Path.GetDirectoryName(Path.GetFullPath(file))!, id)]} defines it already")] };
            all.Add(one);
        }

        return all;
    }

    private static CheckedFile Read(string file, Func<string, string?> variable)
    {
        try
        {
            return Path.GetFileName(file) switch
            {
                DataFolder.BrandingFile => new CheckedFile(file, null, BrandBook.Read(file), []),
                DataFolder.DeliveryFile => new CheckedFile(file, null, null, []) { Delivery = DeliverySettings.Read(file, System.IO.File.ReadAllText(file), variable) },
                _ => new CheckedFile(file, DefinitionReader.Read(file, System.IO.File.ReadAllText(file)), null, []),
            };
        }
        catch (SettingException e)
        {
            // What is wrong outside the file has no place in it.
            return new CheckedFile(file, null, null, e.Problems.Count > 0 ? e.Problems : [new SettingProblem(file, 1, 1, string.Empty, null, e.Message.TrimEnd('.'))]);
        }
    }
}
