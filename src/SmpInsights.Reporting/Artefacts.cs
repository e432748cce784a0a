using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Html;
using SmpInsights.Reporting.Svg;
using SmpInsights.Reporting.Workbooks;

namespace SmpInsights.Reporting;

/// <summary>All files of a report but its manifest.</summary>
public static class Artefacts
{
    /// <summary>The files with their paths, in ordinal order of the paths. Equal documents give equal bytes.</summary>
    /// <param name="document">The report.</param>
    /// <param name="besides">Further formats of its figures.</param>
    public static IReadOnlyList<Artefact> Write(ReportDocument document, IReadOnlyList<IFigureWriter>? besides = null) =>
    [
        .. document.Figures.Select(figure => new Artefact($"charts/{figure.Id}.svg", SvgRenderer.RenderFile(figure)))
            .Concat((besides ?? []).SelectMany(writer => document.Figures.Select(figure => new Artefact($"charts/{figure.Id}.{writer.Extension}", writer.Write(figure)))))
            .Append(new Artefact("report.html", HtmlWriter.Write(document)))
            .Append(new Artefact("workbook.xlsx", WorkbookWriter.Write(document)))
            .OrderBy(artefact => artefact.Path, StringComparer.Ordinal),
    ];
}

/// <summary>One file: its path below the report's folder, with slashes, and its content.</summary>
public sealed record Artefact(string Path, byte[] Bytes);
