using SmpInsights.Reporting.Html;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Tests.Fixtures;

/// <summary>Writes the sample where one can look at it: set SMP_SAMPLE_DIR and run this test alone.</summary>
public sealed class SampleFiles
{
    [Fact]
    public void The_sample_report_is_written_where_asked()
    {
        if (Environment.GetEnvironmentVariable("SMP_SAMPLE_DIR") is not { Length: > 0 } folder)
            return;
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "report.html"), HtmlWriter.Write(SampleReport.Document()));
        foreach (var figure in SampleFigures.All)
            File.WriteAllBytes(Path.Combine(folder, figure.Id + ".svg"), SvgRenderer.RenderFile(figure));
    }
}
