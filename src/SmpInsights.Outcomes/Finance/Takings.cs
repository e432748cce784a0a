using SmpInsights.Outcomes.Input;

namespace SmpInsights.Outcomes.Finance;

/// <summary>
/// Payments added up, in one currency. <paramref name="Gross"/> is all but refunds, tax included; <paramref name="Refunds"/> is negative or zero; <paramref name="Tax"/> is that of payments less that of refunds.
/// </summary>
public readonly record struct Takings(decimal Gross, decimal Refunds, decimal Tax, int Payments)
{
    /// <summary>What came in less what went back, tax included; equals the sum of the payments' amounts.</summary>
    public decimal Received => Gross + Refunds;

    /// <summary>What is left of <see cref="Received"/> without tax.</summary>
    public decimal Net => Received - Tax;

    /// <summary>One payment.</summary>
    public static Takings Of(PaymentKind kind, decimal amount, decimal tax) => kind == PaymentKind.Refund ? new(0, amount, tax, 1) : new(amount, 0, tax, 1);

    public static Takings operator +(Takings a, Takings b) => new(a.Gross + b.Gross, a.Refunds + b.Refunds, a.Tax + b.Tax, a.Payments + b.Payments);
}
