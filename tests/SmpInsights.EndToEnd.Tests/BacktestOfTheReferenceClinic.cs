using System.Text.Json.Nodes;

namespace SmpInsights.EndToEnd.Tests;

/// <summary>Forecasts from past month ends of a folder that was imported, as a person and as a program read them.</summary>
public sealed class BacktestOfTheReferenceClinic
{
    [Fact]
    public void Says_how_each_horizon_fared_and_what_came_of_every_forecast()
    {
        using var folder = new EmptyFolder();
        Assert.Equal(0, SmpProcess.Run(folder.Path, "import", Repository.Reference("clinic-a")).ExitCode);
        string[] months = ["backtest", "--from", "2025-05", "--to", "2025-06"];
        var json = SmpProcess.Run(folder.Path, [.. months, "--json"]);
        Assert.True(json.ExitCode == 0, json.Errors);
        var document = JsonNode.Parse(json.Output)!.AsObject();
        Assert.Equal(["from", "to", "days", "not_over_yet", "without_forecast", "horizons", "forecasts"], document.Select(p => p.Key));
        Assert.Equal(("2025-05-31", "2025-06-30", 2), ((string?)document["from"], (string?)document["to"], (int)document["days"]!));
        var horizons = document["horizons"]!.AsArray().Select(h => h!.AsObject()).ToList();
        var forecasts = document["forecasts"]!.AsArray().Select(f => f!.AsObject()).ToList();
        Assert.NotEmpty(forecasts);
        Assert.Equal([3, 6, 12], horizons.Select(h => (int)h["months"]!));
        Assert.All(horizons, h => Assert.Equal(["months", "forecasts", "expected", "actual", "held_80", "held_95", "transform_80", "transform_95", "transform_tenths"], h.Select(p => p.Key)));
        Assert.All(forecasts, f => Assert.Equal(["clinic", "as_of", "months", "until", "expected", "lower_80", "upper_80", "lower_95", "upper_95", "actual", "transform"], f.Select(p => p.Key)));
        foreach (var horizon in horizons)
        {
            var own = forecasts.Where(f => (int)f["months"]! == (int)horizon["months"]!).ToList();
            Assert.Equal(own.Count, (int)horizon["forecasts"]!);
            Assert.Equal(own.Sum(f => (int)f["actual"]!), (int)horizon["actual"]!);
            Assert.Equal(own.Sum(f => (double)f["expected"]!), (double)horizon["expected"]!, 1e-9);
            Assert.Equal(own.Count, horizon["transform_tenths"]!.AsArray().Sum(t => (int)t!));
            Assert.Equal(own.Count(f => (int)f["lower_80"]! <= (int)f["actual"]! && (int)f["actual"]! <= (int)f["upper_80"]!), (double)horizon["held_80"]! * own.Count, 1e-9);
        }

        var text = SmpProcess.Run(folder.Path, months);
        Assert.True(text.ExitCode == 0, text.Errors);
        Assert.StartsWith("Forecasts as of 2 month ends, 2025-05-31 to 2025-06-30", text.Output, StringComparison.Ordinal);
        Assert.Contains("80 % randomised", text.Output, StringComparison.Ordinal);
    }
}
