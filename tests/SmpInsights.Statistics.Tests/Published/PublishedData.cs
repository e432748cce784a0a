using System.Globalization;
using SmpInsights.Statistics.MixedModels;
using SmpInsights.Statistics.Tests.Survival;

namespace SmpInsights.Statistics.Tests.Published;

/// <summary>The published data sets that are too long to stand in a test: files of this folder, sources in the README of the project.</summary>
internal static class PublishedData
{
    public static List<Dictionary<string, string>> Rows(string name) => ReferenceFiles.Table(name + ".csv", "SmpInsights.Statistics.Tests/Published");

    public static double[] Column(string name, string column) => Column(Rows(name), column);

    public static double[] Column(List<Dictionary<string, string>> rows, string column) => [.. rows.Select(row => double.Parse(row[column], CultureInfo.InvariantCulture))];

    /// <summary>Treatment, cell type against squamous (small, adeno, large), Karnofsky score, months from diagnosis, age, prior therapy; strata are the cell types.</summary>
    public static SurvivalSamples Veteran()
    {
        List<Dictionary<string, string>> rows = Rows("veteran");
        string[] types = ["squamous", "smallcell", "adeno", "large"];
        int[] type = [.. rows.Select(row => Array.IndexOf(types, row["celltype"]))];
        double[] Is(int level) => [.. type.Select(t => t == level ? 1.0 : 0)];
        return new(
            Column(rows, "time"),
            [.. Column(rows, "status").Select(s => s == 1)],
            SurvivalSamples.Columns(Column(rows, "trt"), Is(1), Is(2), Is(3), Column(rows, "karno"), Column(rows, "diagtime"), Column(rows, "age"), Column(rows, "prior")),
            type);
    }

    /// <summary>Readings of units in the order of their first row, with a covariate level that is 0 where the file has none.</summary>
    public static (UnitSums[] Units, CurvatureSums[] Curvature, int[] Level) Units(string name, double origin = 0)
    {
        var groups = Rows(name).GroupBy(row => row["unit"], StringComparer.Ordinal).Select(g => g.ToList()).ToArray();
        double[][] t = [.. groups.Select(g => Column(g, "t").Select(x => x - origin).ToArray())];
        double[][] y = [.. groups.Select(g => Column(g, "y"))];
        return (
            [.. t.Zip(y, (a, b) => UnitSums.Of(a, b))],
            [.. t.Zip(y, (a, b) => CurvatureSums.Of(a, b))],
            [.. groups.Select(g => g[0].TryGetValue("level", out string? level) ? int.Parse(level, CultureInfo.InvariantCulture) : 0)]);
    }
}
