using SmpInsights.Outcomes.Finance;
using SmpInsights.Outcomes.Networks;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Networks;

/// <summary>Takings by clinic, a table a currency: currencies are never added together.</summary>
internal static class NetworkFinance
{
    public static Section Of(PublishedNetwork n)
    {
        var currencies = n.Clinics.SelectMany(c => c.Takings.Select(t => t.Currency)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return currencies.Count == 0 ? new Section("finance", "Revenue", [new TextBlock("No payments are recorded, so revenue is left out.", TextKind.Note)]) : new Section("finance", "Revenue", [.. currencies.Select(c => Table(n, c))]);
    }

    private static TableBlock Table(PublishedNetwork n, string currency)
    {
        var names = NetworkLayout.Names(n);
        var clinics = n.Clinics.Select(c => (Name: names[c.Clinic.Id], Takings: c.Takings.FirstOrDefault(t => string.Equals(t.Currency, currency, StringComparison.Ordinal)))).Where(c => c.Takings is not null).ToList();
        IReadOnlyList<Cell> Row(string name, IReadOnlyList<CurrencyTakings> of)
        {
            Cell Sum(Func<CurrencyTakings, Takings> when, Func<Takings, decimal> what) => new MoneyCell(of.Sum(t => what(when(t))), currency);
            return [new TextCell(name), new IntegerCell(of.Sum(t => t.Takings.Now.Payments)), Sum(t => t.Takings.Now, t => t.Gross), Sum(t => t.Takings.Now, t => t.Refunds), Sum(t => t.Takings.Now, t => t.Received), Sum(t => t.Takings.Now, t => t.Tax), Sum(t => t.Takings.Now, t => t.Net),
                Sum(t => t.Takings.LastMonth, t => t.Received), Sum(t => t.Takings.LastYear, t => t.Received)];
        }

        return new TableBlock("takings-" + currency.ToLowerInvariant(), $"Takings in {currency}, {n.Month.Name}",
            [Column.Text("Clinic"), Column.Integer("Payments"), Column.Money("Gross"), Column.Money("Refunds"), Column.Money("Received"), Column.Money("Tax"), Column.Money("Net"), Column.Money("Received the month before"), Column.Money("Received a year before")],
            [.. clinics.Select(c => Row(c.Name, [c.Takings!]))],
            Row("All", [.. clinics.Select(c => c.Takings!)]));
    }
}
