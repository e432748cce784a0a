using SmpInsights.Outcomes.Finance;

namespace SmpInsights.Reporting.Exports;

/// <summary>What was exported in one currency. <paramref name="SumOfPayments"/> is all received up to the last day as the database adds it: the second route to <see cref="Closing"/>.</summary>
public sealed record ExportedCurrency(string Currency, decimal Opening, decimal SumOfPayments, Takings Total)
{
    public decimal Closing => Opening + Total.Received;

    public decimal Difference => Closing - SumOfPayments;
}
