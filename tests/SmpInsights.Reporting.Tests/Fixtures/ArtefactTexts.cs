using System.IO.Compression;
using System.Text;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Tests.Fixtures;

/// <summary>Everything a reader of a report could open: pages and charts as they are, workbooks part by part.</summary>
internal static class ArtefactTexts
{
    public static IEnumerable<(string Path, string Text)> Of(ReportDocument document)
    {
        foreach (var artefact in Artefacts.Write(document))
        {
            if (!artefact.Path.EndsWith(".xlsx", StringComparison.Ordinal))
            {
                yield return (artefact.Path, Encoding.UTF8.GetString(artefact.Bytes));
                continue;
            }

            using var zip = new ZipArchive(new MemoryStream(artefact.Bytes));
            foreach (var entry in zip.Entries)
            {
                using var part = new StreamReader(entry.Open());
                yield return (artefact.Path + "/" + entry.FullName, part.ReadToEnd());
            }
        }
    }
}
