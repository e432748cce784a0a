namespace SmpInsights.Reporting.Tests.Fixtures;

/// <summary>Writes the sample where one can look at it: set SMP_SAMPLE_DIR and run this test alone.</summary>
public sealed class SampleFiles
{
    [Fact]
    public void The_sample_report_is_written_where_asked()
    {
        var folder = Environment.GetEnvironmentVariable("SMP_SAMPLE_DIR");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "Set SMP_SAMPLE_DIR to get the sample.");
        foreach (var artefact in Artefacts.Write(SampleReport.Document()))
        {
            var path = Path.Combine(folder!, artefact.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, artefact.Bytes);
            Assert.NotEmpty(artefact.Bytes);
        }
    }
}
