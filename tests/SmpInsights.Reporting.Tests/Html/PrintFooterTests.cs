using SmpInsights.Reporting.Html;

namespace SmpInsights.Reporting.Tests.Html;

/// <summary>What stands below each printed page, and that no name can end its text.</summary>
public sealed class PrintFooterTests
{
    [Fact]
    public void Clinic_report_and_month_stand_on_the_left_and_the_page_on_the_right() => Assert.Equal(
        "@page{@bottom-left{content:\"Crown Studio \\0000b7  The month \\0000b7  June 2026\";font:8pt system-ui,sans-serif;color:#555}@bottom-right{content:counter(page) \" / \" counter(pages);font:8pt system-ui,sans-serif;color:#555}}",
        PrintFooter.Css("Crown Studio", "The month", "June 2026"));

    [Fact]
    public void A_name_ends_neither_text_nor_style()
    {
        var css = PrintFooter.Css("A\"}</style><b>\\\n", "R", "P");
        Assert.DoesNotContain('<', css);
        Assert.DoesNotContain('\n', css);
        Assert.Contains("A\\000022 \\00007d \\00003c \\00002f style", css, StringComparison.Ordinal);
    }
}
