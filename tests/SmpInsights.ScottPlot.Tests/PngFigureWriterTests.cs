using System.Buffers.Binary;
using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Tests.Fixtures;
using SmpInsights.ScottPlot;

namespace SmpInsights.ScottPlot.Tests;

public sealed class PngFigureWriterTests
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static TheoryData<string> Ids => [.. SampleFigures.All.Select(figure => figure.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_figure_is_drawn_as_a_picture_of_twice_its_width(string id)
    {
        var png = Write(id);
        Assert.Equal(Signature, png[..8]);
        Assert.Equal(1520, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
    }

    [Fact]
    public void Equal_figures_give_equal_bytes() => Assert.Equal(Write("forest"), Write("forest"));

    [Fact]
    public void The_data_and_the_words_are_in_the_picture()
    {
        var figure = SampleFigures.All.Single(f => string.Equals(f.Id, "funnel", StringComparison.Ordinal));
        var png = new PngFigureWriter().Write(figure);
        Assert.NotEqual(png, new PngFigureWriter().Write(figure with { Title = "Another title" }));
        Assert.NotEqual(png, new PngFigureWriter().Write(figure with { Marks = [.. figure.Marks.Take(figure.Marks.Count - 1)] }));
    }

    private static byte[] Write(string id) => new PngFigureWriter().Write(SampleFigures.All.Single(figure => string.Equals(figure.Id, id, StringComparison.Ordinal)));
}
