using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Tests.Documents;

public sealed class BrandColourTests
{
    private static BrandColour Colour(string text) => BrandColour.TryParse(text, out var colour) ? colour : throw new ArgumentException(text, nameof(text));

    // WebAIM's contrast checker (webaim.org/resources/contrastchecker), which prints two decimals: #767676 is the lightest grey that passes on white, #777777 the darkest that fails.
    [Theory]
    [InlineData("#767676", "#FFFFFF", 4.54)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#0000ff", "#ffffff", 8.59)]
    [InlineData("#ff0000", "#ffffff", 4.00)]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#123B57", "#123b57", 1)]
    public void Contrast_is_that_of_wcag_whichever_comes_first(string a, string b, double ratio)
    {
        Assert.Equal(ratio, Colour(a).ContrastWith(Colour(b)), 0.005);
        Assert.Equal(Colour(a).ContrastWith(Colour(b)), Colour(b).ContrastWith(Colour(a)));
    }

    [Theory]
    [InlineData("#12345")]
    [InlineData("1234567")]
    [InlineData("#12345g")]
    [InlineData("#-12345")]
    [InlineData("# 12345")]
    [InlineData("#1234567")]
    [InlineData("red")]
    [InlineData("")]
    [InlineData(null)]
    public void Another_form_is_no_colour(string? text) => Assert.False(BrandColour.TryParse(text, out _));

    [Fact]
    public void A_colour_is_printed_as_it_was_given() => Assert.Equal("#0a5c8f", Colour("#0A5C8F").ToString());
}
