using System.Text;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Html;

/// <summary>Writes a report as one page that needs nothing else: no request, no script; for screen, telephone and paper.</summary>
public static class HtmlWriter
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    public static byte[] Write(ReportDocument document) => Encoding.UTF8.GetBytes(Page(document));

    private static string Page(ReportDocument document)
    {
        var page = new StringBuilder();
        var facts = document.Facts;
        page.Append($"<!doctype html>\n<html lang=\"{Text(document.Language)}\" dir=\"{Direction(document.Language)}\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append($"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        page.Append($"<title>{Text(document.Title)} – {Text(NameInText.Whole(facts.ClinicName))}, {Text(facts.Period)}</title>\n<style>{PageStyle.Css}{BrandStyle.Css(document.Branding)}{PrintFooter.Css(facts.ClinicName, facts.Person is { } person ? $"{document.Title} · {NameInText.Of(person)}" : document.Title, facts.Period)}</style>\n</head>\n<body>\n");
        page.Append("<a class=\"skip\" href=\"#content\">Skip to content</a>\n");
        Header(page, document);
        page.Append("<div class=\"body\">\n");
        Contents(page, document);
        page.Append("<main id=\"content\">\n");
        Headlines(page, document);
        foreach (var section in document.Sections)
        {
            page.Append($"<section id=\"section-{section.Id}\" aria-labelledby=\"heading-{section.Id}\">\n<h2 id=\"heading-{section.Id}\" dir=\"auto\">{Text(section.Title)}</h2>\n");
            foreach (var block in section.Blocks)
                page.Append(HtmlBlocks.Of(block));
            page.Append("</section>\n");
        }

        Definitions(page, document);
        page.Append("</main>\n</div>\n");
        Footer(page, document);
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void Header(StringBuilder page, ReportDocument document)
    {
        var facts = document.Facts;
        page.Append($"<header class=\"top\"><div class=\"wrap\">\n{BrandStyle.Image(document.Branding)}<p class=\"clinic\" dir=\"auto\">{Text(facts.ClinicName)}</p>\n<h1 dir=\"auto\">{Text(document.Title)}</h1>\n");
        if (document.Subtitle.Length > 0)
            page.Append($"<p class=\"subtitle\" dir=\"auto\">{Text(document.Subtitle)}</p>\n");
        page.Append("<dl class=\"facts\">\n");
        foreach (var (term, value) in new[] { ("Period", facts.Period), ("As of", Print.Day(facts.AsOf)) }.Concat(facts.Currency is { } currency ? [("Currency", currency)] : []))
            page.Append($"<div><dt>{term}</dt><dd>{Text(value)}</dd></div>\n");
        page.Append("</dl>\n</div></header>\n");
    }

    private static void Contents(StringBuilder page, ReportDocument document)
    {
        page.Append("<nav class=\"contents\" aria-label=\"Contents\">\n<p>Contents</p>\n<ol>\n");
        foreach (var section in document.Sections)
            page.Append($"<li><a href=\"#section-{section.Id}\" dir=\"auto\">{Text(section.Title)}</a></li>\n");
        if (document.Definitions.Count > 0)
            page.Append($"<li><a href=\"#definitions\" dir=\"auto\">{Text(document.Facts.DefinitionsText)}</a></li>\n");
        page.Append("</ol>\n</nav>\n");
    }

    private static void Headlines(StringBuilder page, ReportDocument document)
    {
        if (document.Headlines.Count == 0)
            return;
        page.Append("<section class=\"headlines\" aria-labelledby=\"headlines\">\n<h2 id=\"headlines\">In short</h2>\n<ul>\n");
        foreach (var headline in document.Headlines)
            page.Append($"<li dir=\"auto\">{Text(headline)}</li>\n");
        page.Append("</ul>\n</section>\n");
    }

    private static void Definitions(StringBuilder page, ReportDocument document)
    {
        if (document.Definitions.Count == 0)
            return;
        page.Append($"<section id=\"definitions\" aria-labelledby=\"definitions-heading\">\n<h2 id=\"definitions-heading\">{Text(document.Facts.DefinitionsText)}</h2>\n<dl class=\"definitions\">\n");
        foreach (var definition in document.Definitions)
            page.Append($"<div><dt dir=\"auto\">{Text(definition.Term)}</dt><dd dir=\"auto\">{Text(definition.Meaning)}</dd></div>\n");
        page.Append("</dl>\n</section>\n");
    }

    private static void Footer(StringBuilder page, ReportDocument document)
    {
        var facts = document.Facts;
        page.Append($"<footer class=\"bottom\"><div class=\"wrap\">\n<p><bdi>{Text(facts.ClinicName)}</bdi> ({Text(facts.ClinicId)}) · {(facts.Person is { } person ? $"<bdi>{Text(person)}</bdi> · " : string.Empty)}{Text(facts.Period)} · as of {Print.Day(facts.AsOf)}{(facts.Currency is { } currency ? $" · amounts in {Text(currency)}" : string.Empty)} · SmpInsights {Text(facts.ProductVersion)}</p>\n");
        if (document.Definitions.Count > 0)
            page.Append($"<p class=\"screen\"><a href=\"#definitions\">{Text(facts.DefinitionsText)}</a></p>\n");
        page.Append("</div></footer>\n");
    }

    private static string Direction(string language) => language.Split('-')[0] is "ar" or "fa" or "he" or "ur" ? "rtl" : "ltr";

    private static string Text(string text) => XmlText.Escape(text);
}
