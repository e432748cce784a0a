using System.Xml;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Svg;
using SmpInsights.Reporting.Tests.Fixtures;

namespace SmpInsights.Reporting.Tests.Svg;

public sealed class SvgTests
{
    private static readonly XNamespace Ns = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Ids => [.. SampleFigures.All.Select(figure => figure.Id)];

    private static Figure Sample(string id) => SampleFigures.All.Single(figure => string.Equals(figure.Id, id, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_two_texts_overlap_and_none_leaves_the_drawing(string id)
    {
        foreach (var size in new[] { SvgSize.Page, SvgSize.Phone })
        {
            var texts = SvgRenderer.Texts(Sample(id), size);
            Assert.NotEmpty(texts);
            for (var i = 0; i < texts.Count; i++)
            {
                Assert.True(texts[i].Bounds is { Left: >= -0.5 } bounds && bounds.Right <= size.Width + 0.5, $"'{texts[i].Text}' leaves the drawing");
                for (var k = i + 1; k < texts.Count; k++)
                    Assert.False(texts[i].Bounds.Overlaps(texts[k].Bounds), $"'{texts[i].Text}' lies on '{texts[k].Text}'");
            }
        }
    }

    [Fact]
    public void Panels_have_no_texts_that_overlap()
    {
        foreach (var figure in SampleFigures.Panels)
        {
            var texts = SvgRenderer.Texts(figure, SvgSize.Panel);
            Assert.All(texts, text => Assert.True(text.Bounds is { Left: >= -0.5 } bounds && bounds.Right <= SvgSize.Panel.Width + 0.5, $"'{text.Text}' leaves the drawing"));
            Assert.DoesNotContain(texts.SelectMany((a, i) => texts.Skip(i + 1).Select(b => (a, b))), pair => pair.a.Bounds.Overlaps(pair.b.Bounds));
        }
    }

    [Fact]
    public void A_heat_map_prints_each_number_hatches_what_is_withheld_and_says_so_in_words()
    {
        var figure = Sample("fade-by-skin");
        var cells = Assert.IsType<HeatMapMark>(Assert.Single(figure.Marks)).Cells;
        var svg = XDocument.Parse(SvgRenderer.Render(figure)).Root!;
        var withheld = cells.Count(cell => cell.Value is SuppressedCell);
        Assert.True(withheld > 1);
        Assert.Equal(withheld, svg.Descendants(Ns + "rect").Count(rect => ((string?)rect.Attribute("fill"))?.Contains("_withheld", StringComparison.Ordinal) == true));
        Assert.Equal(withheld, SvgRenderer.Texts(figure).Count(text => text.Text is "<5" or "withheld"));
        Assert.DoesNotContain(SvgRenderer.Texts(figure, SvgSize.Phone), text => text.Text.StartsWith("withh", StringComparison.Ordinal) && text.Text is not "withheld"); // no word is broken in a narrow field
        Assert.Equal(cells.Count(cell => cell.Number.HasValue), SvgRenderer.Texts(figure).Count(text => text.Text.EndsWith('%') && text.Anchor == TextAnchor.Middle));
        Assert.Contains(Print.Integer(withheld) + " withheld", AltText.Of(figure), StringComparison.Ordinal);
        var deepest = cells.Where(cell => cell.Number.HasValue).MaxBy(cell => cell.Number)!;
        Assert.Contains($"highest {CellText.Of(deepest.Value)}", AltText.Of(figure), StringComparison.Ordinal);
    }

    [Fact]
    public void The_halves_of_a_middle_answer_are_one_number_in_words_and_when_hovered()
    {
        var figure = Sample("answers-diverging");
        var name = ((CategoryAxis)figure.Y).Categories[0];
        Assert.Contains($"3: 4 points, from {Print.Percent(0.1, 1)} at {name}", AltText.Of(figure), StringComparison.Ordinal);
        Assert.Equal(2, XDocument.Parse(SvgRenderer.Render(figure)).Descendants(Ns + "title").Count(title => title.Value.StartsWith($"3: {name}, {Print.Percent(0.1, 1)}", StringComparison.Ordinal)));
        Assert.DoesNotContain("3: 4 points, from " + Print.Percent(0.05, 1), AltText.Of(figure), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bundle_of_lines_is_told_by_its_ends_and_a_nameless_line_by_its_figure()
    {
        LineMark To(double end, string name) => new(new Series(name), [new DataPoint(0, 1), new DataPoint(4, end)]);
        var figure = new Figure("bundle", "Contrast kept", "Higher is better", new NumberAxis("Years"), new PercentAxis(""), [To(0.7, "Your clients"), To(0.2, "Your clients"), To(0.5, "Your clients"), To(0.4, "")], new Footnote("", SampleReport.AsOf, ""));
        Assert.Equal($"Higher is better. Line chart. Horizontal axis: Years. Your clients: 3 lines, which end between {Print.Percent(0.2, 1)} and {Print.Percent(0.7, 1)}. Contrast kept: 2 points, from {Print.Percent(1, 1)} at 0 to {Print.Percent(0.4, 1)} at 4; lowest {Print.Percent(0.4, 1)} at 4, highest {Print.Percent(1, 1)} at 0.", AltText.Of(figure));
    }

    [Fact]
    public void Short_names_of_columns_all_stand_where_they_do_not_touch()
    {
        string[] skins = ["I", "II", "III", "IV", "V", "VI", "unknown"];
        var figure = new Figure("skins", "T", "", new CategoryAxis("Skin type", skins), new CategoryAxis("", ["Scar camouflage"]), [new HeatMapMark(new Series("Lost"), [.. skins.Select((_, i) => new HeatCell(i, 0, new PercentCell(0.1)))])], new Footnote("", SampleReport.AsOf, ""));
        Assert.Equal(skins, SvgRenderer.Texts(figure, SvgSize.Phone).Select(text => text.Text).Where(skins.Contains));
    }

    [Fact]
    public void On_an_axis_of_ratios_half_as_often_lies_as_far_from_1_as_twice_as_often()
    {
        var scale = Scales.Horizontal(Sample("rate-forest"), 600);
        Assert.Equal(scale.Share(1) - scale.Share(0.5), scale.Share(2) - scale.Share(1), 12);
        Assert.Equal(["0.25", "0.5", "1", "2", "4", "8", "16", "32"], scale.Ticks.Select(tick => tick.Label));
        Assert.Equal([0.0, 1], new[] { 0.25, 32 }.Select(scale.Share));
        Assert.Equal(["0.5", "0.75", "1", "1.5", "2"], RatioScale.Of([0.7, 1.3], 4).Drawn.Select(tick => tick.Label)); // close to each other: finer ticks, the same axis
    }

    [Fact]
    public void A_point_near_the_edge_is_named_within_the_plot()
    {
        var figure = new Figure("edge", "T", "", new NumberAxis("Answers", new AxisRange(0, 100)), new PercentAxis("Satisfied", PercentAxis.Whole), [new PointsMark(new Series("Clinics"), [new DataPoint(70, 0.4, "Kopfhautstudio Schöneberg")])], new Footnote("", SampleReport.AsOf, ""));
        Assert.Contains(SvgRenderer.Texts(figure, SvgSize.Phone), text => text.Text is "Kopfhautstudio Schöneberg");
    }

    [Fact]
    public void A_mirrored_axis_is_labelled_without_sign_on_both_sides()
    {
        var labels = SvgRenderer.Texts(Sample("answers-diverging")).Select(text => text.Text).ToArray();
        Assert.DoesNotContain(labels, label => label.Contains('−', StringComparison.Ordinal));
        Assert.Equal(2, labels.Count(label => string.Equals(label, Print.Percent(0.2, 0), StringComparison.Ordinal)));
        Assert.Equal(["1 or 2", "3", "4 or 5"], labels.Where(label => label is "1 or 2" or "3" or "4 or 5"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_figure_is_named_described_and_scoped(string id)
    {
        var svg = XDocument.Parse(SvgRenderer.Render(Sample(id))).Root!;
        Assert.Equal("img", (string?)svg.Attribute("role"));
        var ids = svg.DescendantsAndSelf().Attributes("id").Select(attribute => attribute.Value).ToArray();
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, value => Assert.StartsWith("fig-" + id, value, StringComparison.Ordinal));
        Assert.All(((string)svg.Attribute("aria-labelledby")!).Split(' '), label => Assert.Contains(label, ids));
        var style = svg.Element(Ns + "style")!.Value;
        Assert.All(style[(style.IndexOf('{', StringComparison.Ordinal) + 1)..^1].Split('}', StringSplitOptions.RemoveEmptyEntries), rule => Assert.StartsWith(".fig-" + id + " .", rule, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Equal_figures_give_equal_text_whatever_the_culture(string id)
    {
        var before = Thread.CurrentThread.CurrentCulture;
        var first = SvgRenderer.Render(Sample(id));
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("ar-SA");
            Assert.Equal(first, SvgRenderer.Render(Sample(id)));
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("sv-SE");
            Assert.Equal(first, SvgRenderer.Render(Sample(id)));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void Any_text_gives_well_formed_svg() => Prop.ForAll<string, string>((one, two) =>
    {
        var figure = Bars(one ?? "", two ?? "");
        var svg = XDocument.Parse(SvgRenderer.Render(figure));
        Assert.NotNull(svg.Root);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Controls_lone_surrogates_and_markup_stay_text()
    {
        var svg = SvgRenderer.Render(Bars("a\u0000\u0007\uD83Db<script>&\"'\uFFFE]]>", "\u202Ex"));
        _ = XDocument.Parse(svg);
        Assert.Contains("ab&lt;script&gt;&amp;&quot;&#39;]]&gt;", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_numbers_give_a_figure_with_finite_coordinates() => Prop.ForAll<NormalFloat[]>(numbers =>
    {
        var points = numbers.Select((number, i) => new DataPoint(i, number.Get)).ToArray();
        var figure = new Figure("f", "F", "", new NumberAxis("x"), new NumberAxis("y"), [new LineMark(new Series("s"), points), new BarsMark(new Series("b"), points)], new Footnote("", SampleReport.AsOf, ""));
        var svg = SvgRenderer.Render(figure);
        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("\"∞", svg, StringComparison.Ordinal);
        using var reader = XmlReader.Create(new StringReader(svg));
        while (reader.Read())
        {
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_bar_of_a_single_month_is_no_wall()
    {
        var figure = new Figure("f", "F", "", new DateAxis("Month"), new NumberAxis("y", IncludeZero: true), [new BarsMark(new Series("b"), [new DataPoint(DateAxis.At(new DateOnly(2026, 6, 1)), 3)])], new Footnote("", SampleReport.AsOf, ""));
        var bar = XDocument.Parse(SvgRenderer.Render(figure)).Descendants(Ns + "rect").Single(rect => rect.Element(Ns + "title") is not null);
        Assert.InRange((double)bar.Attribute("width")!, 40, 110);
    }

    [Fact]
    public void A_figure_without_data_says_why()
    {
        var texts = SvgRenderer.Texts(Sample("empty")).Select(text => text.Text).ToArray();
        Assert.Contains("Not enough data yet", texts);
        Assert.Contains("3 of the 10 treatments that are needed have readings.", texts);
        Assert.Contains("3 of the 10", AltText.Of(Sample("empty")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_series_is_named_at_its_line_or_in_the_legend()
    {
        foreach (var id in new[] { "four-series", "eight-series", "km-technique", "revenue-months", "funnel", "no-shows" })
        {
            var texts = SvgRenderer.Texts(Sample(id)).Select(text => text.Text.Replace('\u202F', ' ')).ToArray();
            var names = Sample(id).Marks.Select(mark => mark switch { LineMark line => line.Series.Name, StepMark step => step.Series.Name, StackedBarsMark stacked => stacked.Series.Name, PointsMark points => points.Series.Name, _ => null });
            Assert.All(names.OfType<string>().Distinct(StringComparer.Ordinal), name => Assert.Contains(name, texts));
        }
    }

    [Fact]
    public void A_number_is_never_parted_from_its_per_cent_sign()
    {
        var figure = Sample("four-series") with { Title = string.Join(' ', Enumerable.Repeat("outside the 95 % limits", 9)) };
        Assert.All(SvgRenderer.Texts(figure, SvgSize.Phone), text => Assert.False(text.Text.StartsWith('%'), text.Text));
        Assert.Contains("95\u202F% limits", SvgRenderer.Render(figure), StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_a_rule_stands_above_the_rows_of_a_forest_plot_also_at_the_plots_edge()
    {
        foreach (var from in new[] { -0.4, 0.0 })
        {
            var figure = new Figure("forest", "Forest", "", new NumberAxis("Points", new AxisRange(from, 1)), new CategoryAxis("", ["A against B", "A against C"]),
                [new IntervalsMark(new Series("As they are"), [new IntervalPoint(0, 0.3, from, 0.9), new IntervalPoint(1, 0.2, from, 0.8)]), new RuleMark(RuleDirection.Vertical, 0, "no difference")], new Footnote("", new DateOnly(2026, 6, 30), ""));
            var texts = SvgRenderer.Texts(figure);
            var name = texts.Single(text => string.Equals(text.Text, "no difference", StringComparison.Ordinal));
            var first = texts.Single(text => string.Equals(text.Text, "A against B", StringComparison.Ordinal));
            Assert.True(name.Y < first.Y - 17); // half a row of 34 above its middle
        }
    }

    [Fact]
    public void No_line_runs_through_the_name_of_a_point_however_steep_it_is()
    {
        var line = new LineMark(new Series("Events"), [.. Enumerable.Range(0, 36).Select(i => new DataPoint(i, i % 3 == 0 ? 20 : 0))]);
        var figure = new Figure("steep", "Steep", "", new NumberAxis("Month"), new NumberAxis("Events", IncludeZero: true),
            [line, new PointsMark(new Series("Concern", SeriesRole.Concern), [.. line.Points.Where(p => p.Y > 0).Select(p => new DataPoint(p.X, 10, "outside the limits"))])], new Footnote("36 months", new DateOnly(2026, 6, 30), "events"));
        Assert.DoesNotContain(SvgRenderer.Texts(figure), text => text.Text.StartsWith("outside", StringComparison.Ordinal));
    }

    [Fact]
    public void No_rule_runs_through_the_name_of_another()
    {
        var figure = new Figure("told", "Told", "", new NumberAxis("Years", new AxisRange(0, 5)), new PercentAxis("Kept", PercentAxis.Whole),
            [new LineMark(new Series("All"), [new(0, 1), new(5, 0.2)]), new RuleMark(RuleDirection.Vertical, 2, "clients are told: from 2"), new RuleMark(RuleDirection.Vertical, 4, "to 4 years")], new Footnote("", new DateOnly(2026, 6, 30), ""));
        Assert.Contains(SvgRenderer.Texts(figure), text => string.Equals(text.Text, "clients are told: from 2", StringComparison.Ordinal));
        var narrow = SvgRenderer.Texts(figure, SvgSize.Phone).Select(text => text.Text).ToArray();
        Assert.Contains("Reference lines, from the left: clients are told: from 2; to 4 years", string.Join(' ', narrow), StringComparison.Ordinal);
        Assert.DoesNotContain("to 4 years", narrow); // half of what is told would say nothing
    }

    [Fact]
    public void Points_without_room_for_their_names_have_numbers_and_a_key()
    {
        string[] clinics = ["Northbank Scalp Studio, London", "Kopfhautstudio Schöneberg", "Hudson Hairline Clinic"];
        var figure = new Figure("funnel", "T", "", new NumberAxis("Answers", new AxisRange(0, 100)), new PercentAxis("Satisfied", PercentAxis.Whole),
            [new PointsMark(new Series("Clinics"), [.. clinics.Select((name, i) => new DataPoint(70 + i, 0.5 + (0.005 * i), name))])], new Footnote("", SampleReport.AsOf, ""));
        var texts = SvgRenderer.Texts(figure, SvgSize.Phone).Select(text => text.Text).ToList();
        Assert.All(clinics, name => Assert.Single(texts, text => text.EndsWith(name, StringComparison.Ordinal)));
        Assert.All(texts.Where(text => text.Contains(" = ", StringComparison.Ordinal)), key => Assert.Contains(key.Split(' ')[0], texts));
        Assert.Contains(texts, text => text.StartsWith("1 = ", StringComparison.Ordinal));
        var months = figure with { X = new DateAxis("Month") };
        Assert.DoesNotContain(SvgRenderer.Texts(months, SvgSize.Phone), text => text.Text.Contains(" = ", StringComparison.Ordinal)); // a number would hide the month beside it
    }

    [Theory]
    [InlineData(760)]
    [InlineData(350)]
    public void Times_stand_under_the_axis_where_numbers_at_risk_do(double width)
    {
        double[] at = [0, 1, 2, 3, 4, 5];
        var figure = new Figure("curve", "T", "", new NumberAxis("Years", new AxisRange(0, 5)), new PercentAxis("Without", PercentAxis.Whole), [new StepMark(new Series("All"), [new(0, 1), new(5, 0.2)])],
            new Footnote("", SampleReport.AsOf, ""), new AtRiskTable("At risk", at, [new AtRiskRow("All", [.. at.Select(year => (Cell)new IntegerCell(900 - (long)year))])]));
        var texts = SvgRenderer.Texts(figure, new SvgSize(width, 250));
        Assert.Equal(at.Select(year => Places(Print.Integer((int)year))), at.Select(year => Places(Print.Integer(900 - (int)year))));

        double Places(string text) => Assert.Single(texts, placed => string.Equals(placed.Text, text, StringComparison.Ordinal) && placed.Anchor == TextAnchor.Middle).X;
    }

    [Fact]
    public void A_category_is_not_broken_within_a_word_where_its_neighbour_leaves_room()
    {
        var figure = new Figure("answers", "T", "", new CategoryAxis("Answer", ["1, very unsatisfied", "2", "3", "4", "5, very satisfied"]), new NumberAxis("Answers", IncludeZero: true),
            [new BarsMark(new Series("Answers"), [.. Enumerable.Range(0, 5).Select(i => new DataPoint(i, 10 * i))])], new Footnote("", SampleReport.AsOf, ""));
        Assert.Contains(SvgRenderer.Texts(figure, SvgSize.Phone), text => text.Text.EndsWith("unsatisfied", StringComparison.Ordinal));
    }

    [Fact]
    public void Diverging_bars_are_told_from_left_to_right()
    {
        var told = AltText.Of(Sample("answers-diverging"));
        int[] at = [.. new[] { " 1 or 2: ", " 3: ", " 4 or 5: " }.Select(name => told.IndexOf(name, StringComparison.Ordinal))];
        Assert.Equal(at.Order(), at);
        Assert.DoesNotContain(-1, at);
    }

    [Fact]
    public void A_heat_map_says_what_a_blank_field_is()
    {
        static string[] Said(params HeatCell[] cells) => [.. SvgRenderer.Texts(new Figure("heat", "T", "", new CategoryAxis("", ["I", "II"]), new CategoryAxis("", ["Full"]), [new HeatMapMark(new Series("Lost"), cells)], new Footnote("", SampleReport.AsOf, ""))).Select(text => text.Text)];
        Assert.Contains("Blank: nothing recorded.", Said(new HeatCell(0, 0, new PercentCell(0.1))));
        Assert.DoesNotContain("Blank: nothing recorded.", Said(new HeatCell(0, 0, new PercentCell(0.1)), new HeatCell(1, 0, new SuppressedCell(5))));
    }

    [Fact]
    public void No_line_joins_points_too_far_apart()
    {
        int Lines(double longest) => SvgRenderer.Render(new Figure("gap", "T", "", new NumberAxis("Month"), new NumberAxis("Events", IncludeZero: true), [new LineMark(new Series(""), [new(0, 1), new(1, 2), new(4, 1), new(5, 3)], Markers: true, LongestJoin: longest)], new Footnote("", SampleReport.AsOf, ""))).Split("stroke-width=\"2.2\"").Length - 1;
        Assert.Equal(2, Lines(1));
        Assert.Equal(1, Lines(double.PositiveInfinity));
    }

    [Fact]
    public void Both_of_two_limits_are_named()
    {
        LineMark Limit(double at) => new(new Series("95 % limits", SeriesRole.Muted), [new(0, at), new(10, at)], Dashed: true);
        var figure = new Figure("limits", "T", "", new NumberAxis("Answers"), new PercentAxis("Satisfied", PercentAxis.Whole), [Limit(0.2), Limit(0.8)], new Footnote("", SampleReport.AsOf, ""));
        Assert.Equal(2, SvgRenderer.Texts(figure).Count(text => text.Text.StartsWith("95", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_narrow_heat_map_prints_whole_numbers_or_none()
    {
        string[] skins = ["I", "II", "III", "IV", "V", "VI", "unknown"];
        var figure = new Figure("heat", "Heat", "", new CategoryAxis("Skin", skins), new CategoryAxis("", ["A technique with a long name"]),
            [new HeatMapMark(new Series(""), [.. skins.Select((_, i) => new HeatCell(i, 0, i == 6 ? new NotEnoughCell("6 of 10") : new PercentCell(0.14 + (0.01 * i), 0)))])], new Footnote("", new DateOnly(2026, 6, 30), ""));
        var texts = SvgRenderer.Texts(figure, SvgSize.Phone).Select(text => text.Text).ToList();
        Assert.DoesNotContain(texts, text => text.Contains('…', StringComparison.Ordinal));
        Assert.Equal(6, texts.Count(text => text.EndsWith('%')));
    }

    [Fact]
    public void Diverging_bars_are_named_from_left_to_right_also_where_one_row_has_none_of_an_answer()
    {
        StackedBarsMark Answers(string name, params double[] shares) => new(new Series(name), [.. shares.Select((share, i) => new DataPoint(i, share))]);
        var figure = new Figure("diverging", "Diverging", "", new PercentAxis("", Mirrored: true), new CategoryAxis("", ["Yours", "Rest"]),
            [Answers("middle", -0.1, -0.2), Answers("low", 0, -0.1), Answers("middle", 0.1, 0.2), Answers("high", 0.8, 0.5)], new Footnote("", new DateOnly(2026, 6, 30), ""));
        string[] names = ["low", "middle", "high"];
        Assert.Equal(names, SvgRenderer.Texts(figure).Where(text => names.Contains(text.Text, StringComparer.Ordinal)).OrderBy(text => text.Y).ThenBy(text => text.X).Select(text => text.Text));
    }

    [Fact]
    public void Many_lines_of_one_muted_series_are_drawn_thin()
    {
        static Figure Of(int lines) => new("many", "Many", "", new NumberAxis("x"), new NumberAxis("y"), [.. Enumerable.Range(0, lines).Select(i => new LineMark(new Series("Clients", SeriesRole.Muted), [new DataPoint(0, 1), new DataPoint(1, i)]))], new Footnote("", new DateOnly(2026, 6, 30), ""));
        Assert.DoesNotContain("stroke-opacity=\"0.45\"", SvgRenderer.Render(Of(20)), StringComparison.Ordinal);
        Assert.Contains("stroke-opacity=\"0.45\"", SvgRenderer.Render(Of(21)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_alternative_text_tells_first_last_lowest_and_highest() =>
        Assert.Contains("Practitioner 1: 24 points, from 20 at 1\u00A0Jul\u00A02024 to 23 at 1\u00A0Jun\u00A02026; lowest 20", AltText.Of(Sample("four-series")), StringComparison.Ordinal);

    [Fact]
    public void A_line_breaks_at_a_gap()
    {
        var paths = XDocument.Parse(SvgRenderer.Render(Sample("four-series"))).Descendants(Ns + "path").Where(path => string.Equals((string?)path.Attribute("class"), "s2", StringComparison.Ordinal));
        Assert.Equal(2, paths.Count());
    }

    [Fact]
    public void Counts_at_risk_stand_under_their_times()
    {
        var texts = SvgRenderer.Texts(Sample("km-technique"));
        var tick = texts.Single(text => text is { Text: "3", Anchor: TextAnchor.Middle });
        Assert.Equal(tick.X, texts.First(text => string.Equals(text.Text, "187", StringComparison.Ordinal)).X, 6);
    }

    private static Figure Bars(string one, string two) => new(
        "f", one, two, new CategoryAxis(one, [one, two]), new NumberAxis(two),
        [new BarsMark(new Series(one), [new DataPoint(0, 1, two), new DataPoint(1, 2)]), new LineMark(new Series(two), [new DataPoint(0, 1), new DataPoint(1, 3)]), new RuleMark(RuleDirection.Horizontal, 1, two), new TextMark(0, 1, one)],
        new Footnote(one, SampleReport.AsOf, two), Description: two);
}
