using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Brands;
using SmpInsights.Jobs.Runs;
using SmpInsights.Jobs.Settings;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Jobs.Tests;

/// <summary>A clinic's logo, name and colours: what is taken, what is refused and where, and what a change of them does to its reports.</summary>
public sealed class BrandBookTests : IDisposable
{
    /// <summary>24 × 8 pixels of one colour, made with ImageMagick.</summary>
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAABgAAAAICAMAAADUf89RAAAAA1BMVEV6H0vSSEbaAAAADElEQVQI12NgGB4AAADIAAF8Y2l9AAAAAElFTkSuQmCC");

    private const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 3 1\"><defs><path id=\"p\" d=\"M0 0h3v1z\"/></defs><use href=\"#p\" fill=\"url(#g)\"/></svg>";

    private readonly JobFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private void Write(string text) => File.WriteAllText(_folder.Folder.Branding, text);

    private void Beside(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(_folder.Folder.Root, name), bytes);

    private SettingProblem Problem() => Assert.Single(Assert.Throws<SettingException>(() => BrandBook.Load(_folder.Folder)).Problems);

    private async Task<RunOutcome?> RunAsync() => await _folder.Job.RunAsync(_folder.Ledger.Queue(JobFolder.June).RunId, null, CancellationToken.None);

    [Fact]
    public void A_clinic_has_its_own_where_it_says_something_and_what_all_have_where_not()
    {
        Beside("ours.png", Png);
        Beside("north.svg", System.Text.Encoding.UTF8.GetBytes(Svg));
        Write("""
            {
              // for all
              "default": { "logo": "ours.png", "band": "#7A1F4B", "accent": "#005A9C" },
              "clinics": { "C": { "name": "North", "logo": "north.svg", "band": "#222222" }, "default": { "accent": "#333333" }, },
            }
            """);
        var book = BrandBook.Load(_folder.Folder);
        var (own, other) = (book.Of("C"), book.Of("elsewhere"));
        Assert.Equal("North #222222 #005a9c image/svg+xml", $"{own.Name} {own.Band} {own.Accent} {own.Logo!.MediaType}");
        Assert.Equal(" #7a1f4b #005a9c image/png", $"{other.Name} {other.Band} {other.Accent} {other.Logo!.MediaType}");
        Assert.Equal((24, 8), (other.Logo.Width, other.Logo.Height));
        Assert.Equal(Png, other.Logo.Bytes);
        Assert.Equal("#333333", book.Of("default").Accent.ToString());
    }

    [Fact]
    public void Without_a_file_all_is_the_product_s() => Assert.Equal(Branding.None, BrandBook.Load(_folder.Folder).Of("C"));

    [Theory]
    [InlineData("\"band\": \"#777777\"", "clinics.C.band", "a colour with a contrast of 4.5 or more to the white text on it: it has 4.47")]
    [InlineData("\"band\": \"navy\"", "clinics.C.band", "a colour as #RRGGBB")]
    [InlineData("\"band\": \"#12345\"", "clinics.C.band", "a colour as #RRGGBB")]
    [InlineData("\"accent\": \"#767676\"", "clinics.C.accent", "a colour with a contrast of 4.5 or more to the page")]
    [InlineData("\"name\": \" \"", "clinics.C.name", "a name")]
    [InlineData("\"colour\": \"#000000\"", "clinics.C.colour", "a field here; there are: name, logo, band, accent")]
    [InlineData("\"logo\": \"missing.png\"", "clinics.C.logo", "a file beside branding.json")]
    [InlineData("\"logo\": \"../logo.png\"", "clinics.C.logo", "the name of a .png or .svg file")]
    [InlineData("\"logo\": \"elsewhere/logo.png\"", "clinics.C.logo", "the name of a .png or .svg file")]
    [InlineData("\"logo\": \"logo.gif\"", "clinics.C.logo", "the name of a .png or .svg file")]
    public void What_is_wrong_is_named_with_file_line_and_field(string member, string field, string expected)
    {
        Write("{\n \"clinics\": {\n  \"C\": { " + member + " }\n }\n}");
        var problem = Problem();
        Assert.Equal((_folder.Folder.Branding, 3, field), (problem.File, problem.Line, problem.Field));
        Assert.StartsWith(expected, problem.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_logo_that_is_no_whole_png_or_too_large_is_refused()
    {
        Write("{ \"default\": { \"logo\": \"a.png\" } }");
        Beside("a.png", "GIF89a"u8.ToArray());
        Assert.StartsWith("a whole PNG file", Problem().Expected, StringComparison.Ordinal);
        Beside("a.png", Png[..^6]);
        Assert.StartsWith("a whole PNG file", Problem().Expected, StringComparison.Ordinal);
        var wide = Png.ToArray();
        wide[18] = 0x10;
        wide[19] = 0x01;
        Beside("a.png", wide);
        Assert.StartsWith("a whole PNG file of up to 4096 pixels", Problem().Expected, StringComparison.Ordinal);
        Beside("a.png", [.. Png, .. new byte[513 * 1024]]);
        Assert.StartsWith("a file of up to 512 KB: it has 514", Problem().Expected, StringComparison.Ordinal);
        Beside("a.png", Png);
        Assert.NotNull(BrandBook.Load(_folder.Folder).Default.Logo);
    }

    [Theory]
    [InlineData("<svg", "<svg onload=\"x()\"", "an SVG file without onload=")]
    [InlineData("<defs>", "<script>x()</script><defs>", "an SVG file without <script>")]
    [InlineData("<defs>", "<foreignObject/><defs>", "an SVG file without <foreignObject>")]
    [InlineData("\"#p\"", "\"https://example.org/a.svg#p\"", "an SVG file that needs no other file")]
    [InlineData("url(#g)", "url( 'https://example.org/a')", "an SVG file that needs no other file")]
    [InlineData("<defs>", "<style>@import 'a.css';</style><defs>", "an SVG file that needs no other file")]
    [InlineData("<svg", "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg", "a whole SVG file without a DTD")]
    [InlineData("<svg", "<?xml-stylesheet href=\"a.css\"?><svg", "an SVG file without processing instructions")]
    [InlineData("</svg>", "", "a whole SVG file")]
    [InlineData("http://www.w3.org/2000/svg", "http://example.org/", "an SVG file: its root element is no <svg>")]
    public void An_svg_that_acts_or_loads_is_refused(string right, string wrong, string expected)
    {
        Write("{ \"default\": { \"logo\": \"a.svg\" } }");
        Beside("a.svg", System.Text.Encoding.UTF8.GetBytes(Svg));
        Assert.Equal(Logo.Svg, BrandBook.Load(_folder.Folder).Default.Logo!.MediaType);
        Beside("a.svg", System.Text.Encoding.UTF8.GetBytes(Svg.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.StartsWith(expected, Problem().Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_logo_of_the_clinic_gives_a_new_revision_and_another_clinic_s_does_not()
    {
        Assert.IsType<RunOutcome.Done>(await RunAsync());
        var plain = Manifest.In(_folder.Target(1))!;
        _folder.Definitions.TryGet("monthly-clinic", out var definition);
        Assert.Equal(definition!.Hash, plain.DefinitionHash);

        Beside("a.svg", System.Text.Encoding.UTF8.GetBytes(Svg));
        Write("{ \"clinics\": { \"elsewhere\": { \"logo\": \"a.svg\" } } }");
        Assert.IsType<RunOutcome.Unchanged>(await RunAsync());

        Write("{ \"clinics\": { \"C\": { \"name\": \"North\", \"logo\": \"a.svg\" } } }");
        Assert.Equal(2, Assert.IsType<RunOutcome.Done>(await RunAsync()).Revision);
        Assert.IsType<RunOutcome.Unchanged>(await RunAsync());
        Assert.Contains("<p class=\"clinic\" dir=\"auto\">North</p>", await File.ReadAllTextAsync(Path.Combine(_folder.Target(2), "report.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        Beside("a.svg", System.Text.Encoding.UTF8.GetBytes(Svg.Replace("h3", "h2", StringComparison.Ordinal)));
        Assert.Equal(3, Assert.IsType<RunOutcome.Done>(await RunAsync()).Revision);

        File.Delete(_folder.Folder.Branding);
        Assert.Equal(4, Assert.IsType<RunOutcome.Done>(await RunAsync()).Revision);
        Assert.Equal(Charts(plain), Charts(Manifest.In(_folder.Target(4))!));
        Assert.Contains("how the clinic shows itself, is another", await File.ReadAllTextAsync(Path.Combine(_folder.Target(4), "report.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static IEnumerable<ManifestArtefact> Charts(Manifest manifest) => manifest.Artefacts.Where(a => a.Path.StartsWith("charts/", StringComparison.Ordinal));

    [Fact]
    public async Task A_run_with_branding_that_can_t_be_used_fails_and_leaves_nothing()
    {
        Write("{\n \"clinics\": { \"C\": { \"band\": \"#ffffff\" } }\n}");
        var failed = Assert.IsType<RunOutcome.Failed>(await RunAsync());
        Assert.StartsWith(_folder.Folder.Branding + ", line 2, field \"clinics.C.band\": \"#ffffff\" is not ", failed.Error, StringComparison.Ordinal);
        Assert.Equal(RunState.Failed, Assert.Single(_folder.Ledger.List()).State);
        Assert.Empty(_folder.Staging());
        Assert.False(Directory.Exists(_folder.Target(1)));
    }
}
