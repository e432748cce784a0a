using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Figures;

/// <summary>
/// A chart as data; renderers draw it and compute nothing. Without a point in any mark it is drawn as a sentence: why there is no data, or not enough, yet.
/// </summary>
/// <param name="Id">Lower-case letters, digits and hyphens: file name, anchor and scope of the CSS classes.</param>
/// <param name="Title">What is shown.</param>
/// <param name="Subtitle">What to see in it, or the unit; may be empty.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Marks">Drawn in this order, later ones above.</param>
/// <param name="Footnote">Count, as-of date and source.</param>
/// <param name="AtRisk">Numbers at risk, printed under the horizontal axis.</param>
/// <param name="NoDataReason">Why there may be nothing to draw: "3 of 10 treatments have readings".</param>
/// <param name="Description">A sentence put before the text alternative that is generated from the data.</param>
public sealed record Figure(
    string Id,
    string Title,
    string Subtitle,
    Axis X,
    Axis Y,
    IReadOnlyList<Mark> Marks,
    Footnote Footnote,
    AtRiskTable? AtRisk = null,
    string? NoDataReason = null,
    string? Description = null)
{
    public string Id { get; } = Require.Id(Id, nameof(Id));

    /// <summary>Bars stand side by side or on each other: both at once would cover each other.</summary>
    public IReadOnlyList<Mark> Marks { get; } = Marks.Any(mark => mark is BarsMark) && Marks.Any(mark => mark is StackedBarsMark)
        ? throw new ArgumentException("A figure has bars side by side or stacked, not both.", nameof(Marks))
        : Marks;

    /// <summary>Whether no mark holds a point; reference lines and text alone are no data.</summary>
    public bool IsEmpty => Marks.All(mark => !mark.HasData);
}

/// <summary>"312 treatments", the as-of date, and where the numbers come from.</summary>
public sealed record Footnote(string Count, DateOnly AsOf, string Source);
