using System.Globalization;
using System.Text;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Html;

/// <summary>What a clinic's branding changes on a page; nothing where it has none. Dark screens keep the product's accent, which is chosen for dark grounds.</summary>
internal static class BrandStyle
{
    public static string Css(Branding branding)
    {
        var css = new StringBuilder();
        if (branding.Band is { } band)
            css.Append(CultureInfo.InvariantCulture, $":root{{--band:{band};--bandink:#fff;--bandsoft:#fff}}\n@media screen and (prefers-color-scheme:dark){{:root{{--band:{band};--bandink:#fff;--bandsoft:#fff}}}}\n");
        if (branding.Accent is { } accent)
            css.Append(CultureInfo.InvariantCulture, $"@media print,(prefers-color-scheme:light){{:root{{--accent:{accent}}}}}\n");
        if (branding.Logo is not null)
        {
            css.Append(".logo{float:right;height:72px;max-width:40%;object-fit:contain;background:#fff;padding:8px;border-radius:6px;margin:0 0 8px 20px}\n[dir=rtl] .logo{float:left;margin:0 20px 8px 0}\n");
            css.Append("@media screen and (max-width:560px){.logo,[dir=rtl] .logo{float:none;display:block;height:56px;max-width:100%;margin:0 0 12px}}\n@media print{.logo{height:18mm;padding:0;border-radius:0}}\n");
        }

        return css.ToString();
    }

    /// <summary>The logo as an image of its own, never as part of the page: what an SVG holds can't act there. The clinic's name stands beside it, so it has no text of its own.</summary>
    public static string Image(Branding branding) => branding.Logo is { } logo ? $"<img class=\"logo\" alt=\"\" src=\"data:{logo.MediaType};base64,{Convert.ToBase64String(logo.Bytes)}\">\n" : string.Empty;
}
