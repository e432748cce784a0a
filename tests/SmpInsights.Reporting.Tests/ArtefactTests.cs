using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Tests.Fixtures;

namespace SmpInsights.Reporting.Tests;

public sealed class ArtefactTests
{
    [Fact]
    public void Equal_documents_give_equal_bytes()
    {
        var first = Artefacts.Write(SampleReport.Document());
        Thread.Sleep(2100); // a zip entry's clock ticks every two seconds
        var second = Artefacts.Write(SampleReport.Document());
        Assert.Equal(first.Select(artefact => artefact.Path), second.Select(artefact => artefact.Path));
        foreach (var (one, two) in first.Zip(second))
            Assert.True(one.Bytes.AsSpan().SequenceEqual(two.Bytes), one.Path);
    }

    [Fact]
    public void Paths_come_in_ordinal_order_one_chart_a_figure()
    {
        var paths = Artefacts.Write(SampleReport.Document()).Select(artefact => artefact.Path).ToArray();
        Assert.Equal(paths.Order(StringComparer.Ordinal), paths);
        Assert.Equal(SampleReport.Document().Figures.Count(), paths.Count(path => path.StartsWith("charts/", StringComparison.Ordinal)));
        Assert.Contains("report.html", paths);
        Assert.Contains("workbook.xlsx", paths);
    }

    [Fact]
    public void A_report_without_anything_is_still_a_report()
    {
        var facts = new ReportFacts("c", "C", "June 2026", SampleReport.AsOf, "0", "EUR");
        Assert.Equal(2, Artefacts.Write(new ReportDocument("R", "", facts, [], [])).Count);
    }
}
