using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Monthly;

/// <summary>The months of satisfaction with the too small ones hidden, alike wherever a month appears; the last twelve, which are also printed pooled, are a margin of their own.</summary>
internal sealed class SatisfactionMonths(MonthlyClinic m)
{
    private readonly bool[] _hidden = [.. Hide(m.SatisfactionByMonth.SkipLast(MonthlyClinic.SatisfactionMonths)), .. Hide(m.SatisfactionByMonth.TakeLast(MonthlyClinic.SatisfactionMonths))];

    public bool IsHidden(Index month) => _hidden[month];

    public Cell Show(Index month, Func<SatisfactionMeasure, Cell> cell) => IsHidden(month) ? new SuppressedCell(SmallCells.Threshold) : cell(m.SatisfactionByMonth[month]);

    private static bool[] Hide(IEnumerable<SatisfactionMeasure> months) => SmallCells.Hide([.. months.Select(s => s.Clients)]);
}
