using System.Globalization;
using System.Text;
using System.Xml.Linq;
using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Svg;
using SmpInsights.Reporting.Tests.Fixtures;

namespace SmpInsights.Reporting.Tests.Svg;

public sealed class ThinningTests
{
    private const int Steps = 20_000;
    private static readonly XNamespace Ns = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_curve_of_very_many_steps_and_censorings_stays_small()
    {
        foreach (var size in new[] { SvgSize.Page, SvgSize.Phone })
        {
            var svg = SvgRenderer.Render(Curve(Exponential), size);
            Assert.InRange(Encoding.UTF8.GetByteCount(svg), 1, 100_000 - 1);
            Assert.Equal(svg, SvgRenderer.Render(Curve(Exponential), size));
            var root = XDocument.Parse(svg).Root!;
            Assert.InRange(root.Descendants(Ns + "circle").Count(), 50, 200);
            var columns = Ticks(root).Select(Math.Floor).ToArray();
            Assert.Equal(columns.Length, columns.Distinct().Count());
            Assert.InRange(columns.Length, size.Width / 2, size.Width);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_drawn_curve_stays_within_half_a_pixel_of_the_exact_one(bool uneven)
    {
        Func<double, double> survival = uneven ? Uneven : Exponential;
        var drawn = Line(XDocument.Parse(SvgRenderer.Render(Curve(survival))).Root!);
        // The ends of the axes are those of the curve, so the way from data to pixels is read from the curve's own ends.
        var (first, last) = (drawn[0], drawn[^1]);
        var exact = Enumerable.Range(0, Steps + 1)
            .Select(i => (X: first.X + ((last.X - first.X) * i / Steps), Y: first.Y + ((last.Y - first.Y) * (survival(0) - survival(i)) / (survival(0) - survival(Steps)))))
            .ToArray();
        var segment = 0;
        for (var i = 1; i < exact.Length; i++)
        {
            foreach (var corner in new[] { (exact[i].X, exact[i - 1].Y), exact[i] })
            {
                while (segment < drawn.Count - 2 && Distance(corner, drawn[segment], drawn[segment + 1]) > Distance(corner, drawn[segment + 1], drawn[segment + 2]))
                    segment++;
                Assert.InRange(Distance(corner, drawn[segment], drawn[segment + 1]), 0, 0.5);
            }
        }
    }

    private static double Exponential(double i) => Math.Exp(-2.0 * i / Steps);

    private static double Uneven(double i) => 1 - (0.2 * Math.Floor(i / 3000) / 7) - (0.5 * Math.Pow(i / Steps, 6)) - (0.1 * (1 - Math.Exp(-i / 5.0)));

    private static Figure Curve(Func<double, double> survival) => new(
        "many", "Many", "", new NumberAxis("Years", new AxisRange(0, Steps)), new PercentAxis("Without touch-up", PercentAxis.Whole),
        [
            new BandMark(new Series("A"), [.. Enumerable.Range(0, Steps + 1).Select(i => new BandPoint(i, survival(i) * 0.97, survival(i) * 0.99 + 0.01))], Stepped: true),
            new StepMark(new Series("A"), [.. Enumerable.Range(0, Steps + 1).Select(i => new DataPoint(i, survival(i)))], [.. Enumerable.Range(0, Steps).Select(i => new DataPoint(i + 0.5, survival(i)))]),
        ],
        new Footnote("20,000 treatments", SampleReport.AsOf, "Test"), Description: "Many");

    private static List<(double X, double Y)> Line(XElement root) =>
        [.. Paths(root).Single(path => string.Equals((string?)path.Attribute("stroke-width"), "2.2", StringComparison.Ordinal) && !path.Attribute("d")!.Value.Contains('V', StringComparison.Ordinal))
            .Attribute("d")!.Value[1..].Split('L').Select(point => point.Split(' ')).Select(parts => (Number(parts[0]), Number(parts[1])))];

    private static IEnumerable<double> Ticks(XElement root) =>
        Paths(root).Single(path => path.Attribute("d")!.Value.Contains('V', StringComparison.Ordinal))
            .Attribute("d")!.Value.Split('M', StringSplitOptions.RemoveEmptyEntries).Select(tick => Number(tick.Split(' ')[0]));

    private static IEnumerable<XElement> Paths(XElement root) => root.Descendants(Ns + "path").Where(path => string.Equals((string?)path.Attribute("fill"), "none", StringComparison.Ordinal));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static double Distance((double X, double Y) p, (double X, double Y) a, (double X, double Y) b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = (dx * dx) + (dy * dy);
        var along = length > 0 ? Math.Clamp((((p.X - a.X) * dx) + ((p.Y - a.Y) * dy)) / length, 0, 1) : 0;
        return Math.Sqrt(Math.Pow(p.X - a.X - (along * dx), 2) + Math.Pow(p.Y - a.Y - (along * dy), 2));
    }
}
