using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Finance;

/// <summary>
/// One month carried forward in one currency: <paramref name="Opening"/> is all received before it, <paramref name="In"/> its gross, <paramref name="Out"/> its refunds (negative or zero).
/// <paramref name="SumOfPayments"/> is the second route: the amounts of all payments up to the month's end, added one by one.
/// </summary>
public sealed record Reconciliation(ReportMonth Month, decimal Opening, decimal In, decimal Out, decimal SumOfPayments)
{
    public decimal Closing => Opening + In + Out;

    /// <summary>Zero, or a payment was lost or counted twice.</summary>
    public decimal Difference => Closing - SumOfPayments;
}
