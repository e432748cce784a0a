using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Documents;

/// <summary>
/// A finished report, before any writer: every number in it is computed, every sentence written. Ids of sections, of tables and of figures
/// are each unique. The language tag (BCP 47) is that of the text; numbers are written the same in all of them.
/// </summary>
public sealed record ReportDocument
{
    public ReportDocument(
        string title,
        string subtitle,
        ReportFacts facts,
        IReadOnlyList<string> headlines,
        IReadOnlyList<Section> sections,
        IReadOnlyList<Definition>? definitions = null,
        string language = "en")
    {
        (Title, Subtitle, Facts, Headlines, Sections, Language) = (title, subtitle, facts, headlines, sections, language);
        Definitions = definitions ?? [];
        Require.Unique(sections.Select(section => section.Id), "sections");
        Require.Unique(Tables.Select(table => table.Id), "tables");
        Require.Unique(Figures.Select(figure => figure.Id), "figures");
    }

    public string Title { get; }

    public string Subtitle { get; }

    public string Language { get; }

    public ReportFacts Facts { get; private init; }

    public Branding Branding { get; private init; } = Branding.None;

    /// <summary>The sentences a reader in a hurry takes away.</summary>
    public IReadOnlyList<string> Headlines { get; private init; }

    public IReadOnlyList<Section> Sections { get; private init; }

    public IReadOnlyList<Definition> Definitions { get; }

    /// <summary>The same report as a clinic shows itself.</summary>
    public ReportDocument With(Branding branding) => this with { Branding = branding, Facts = branding.Name is { } name ? Facts with { ClinicName = name } : Facts };

    /// <summary>The same report as a revision of one before: a section in front, and a sentence that leads to it.</summary>
    public ReportDocument Revised(Section changes, string headline) => this with { Sections = [changes, .. Sections], Headlines = [headline, .. Headlines] };

    public IEnumerable<Block> Blocks => Sections.SelectMany(section => section.Blocks);

    public IEnumerable<TableBlock> Tables => Blocks.OfType<TableBlock>();

    public IEnumerable<Figure> Figures => Blocks.SelectMany(block => block.Figures);
}
