using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Monthly;

/// <summary>The months of satisfaction with the too small ones hidden, alike wherever a month appears.</summary>
internal sealed class SatisfactionMonths(MonthlyClinic m)
{
    private readonly bool[] _hidden = SmallCells.Hide([.. m.SatisfactionByMonth.Select(s => s.Clients)]);

    public bool IsHidden(Index month) => _hidden[month];

    public Cell Show(Index month, Func<SatisfactionMeasure, Cell> cell) => IsHidden(month) ? new SuppressedCell(SmallCells.Threshold) : cell(m.SatisfactionByMonth[month]);
}
