using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Monthly;

/// <summary>The months of one question with the too small ones hidden, alike wherever a month of that question appears.</summary>
internal sealed class SatisfactionMonths(MonthlyClinic m, Func<SatisfactionMeasure, int> clients)
{
    public static readonly Func<SatisfactionMeasure, int> Satisfied = s => s.Satisfied.Clients;

    public static readonly Func<SatisfactionMeasure, int> Promoters = s => s.Promoters.Clients;

    private readonly bool[] _hidden = SmallCells.HideMonths([.. m.SatisfactionByMonth.Select(clients)], MonthlyClinic.SatisfactionMonths);

    public bool IsHidden(Index month) => _hidden[month];

    public Cell Show(Index month, Func<SatisfactionMeasure, Cell> cell) => IsHidden(month) ? Enough.Hidden(clients(m.SatisfactionByMonth[month])) : cell(m.SatisfactionByMonth[month]);

    /// <summary>The pooled months.</summary>
    public Cell ShowYear(Func<SatisfactionMeasure, Cell> cell) => SmallCells.IsSmall(clients(m.SatisfactionOfYear)) ? Enough.Hidden(clients(m.SatisfactionOfYear)) : cell(m.SatisfactionOfYear);
}
