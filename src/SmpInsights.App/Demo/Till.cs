namespace SmpInsights.App.Demo;

/// <summary>What one treatment brings in: deposit, sessions less the deposit, touch-ups, products, refunds. Prices rise 3 % each January.</summary>
internal sealed class Till(DemoTables tables, DemoCalendar calendar, ClinicStory clinic, Treatment treatment, DemoRandom random)
{
    private const int PriceYear = 2024;
    private const decimal RisePerYear = 0.03m;
    private const decimal LowestPriceLevel = 0.5m;
    private const decimal DepositShare = 0.25m;
    private const decimal TouchUpShare = 0.8m;
    private const decimal PackageDiscount = 0.075m;
    private static readonly decimal[] Products = [0.035m, 0.05m, 0.08m];

    private readonly decimal discount = random.Chance(0.12) ? PackageDiscount : 0;

    public void TakeForSessions(SessionPlan plan)
    {
        var booked = treatment.StartedOn.AddDays(-random.Between(3, 25));
        var deposit = ListPrice(booked, DepositShare);
        Take("deposit", booked, deposit);
        foreach (var (appointment, isFirst) in plan.Appointments.Where(a => a.IsKept).Select((a, i) => (a, i == 0)))
        {
            var price = ListPrice(appointment.Day, treatment.Technique.PriceFactor) * (1 - discount);
            Take("session", appointment.Day, isFirst ? price - deposit : price);
        }
        if (random.Chance(0.3))
            Take("product", plan.Appointments[^1].Day, ListPrice(treatment.StartedOn, Products[random.Between(0, Products.Length - 1)]), isWalkIn: random.Chance(0.2));
        TakeRefunds(plan, deposit);
    }

    /// <summary>Under warranty a touch-up costs nothing: some tills ring up the zero, some do not.</summary>
    public void TakeForTouchUp(string touchUp, DateOnly day, bool underWarranty)
    {
        var price = ListPrice(day, TouchUpShare * treatment.Technique.PriceFactor);
        if (!underWarranty)
            Take("touch-up", day, price, touchUp);
        else if (random.Chance(0.6))
            Take("touch-up", day, 0, touchUp);
    }

    private void TakeRefunds(SessionPlan plan, decimal deposit)
    {
        var isGoodwill = random.Chance(0.015);
        var share = 0.1m * random.Between(2, 6);
        var later = DemoCalendar.OpenDay(plan.Appointments[^1].Day.AddDays(random.Between(20, 80)));
        if (plan.CompletedOn is null)
            Take("refund", later, -deposit / 2);
        else if (isGoodwill)
            Take("refund", later, -ListPrice(treatment.StartedOn, share * treatment.Technique.PriceFactor));
    }

    private decimal ListPrice(DateOnly day, decimal share)
    {
        var level = Math.Max(LowestPriceLevel, 1 + (RisePerYear * (day.Year - PriceYear)));
        var step = clinic.Place.PriceStep;
        return Math.Max(step, Math.Round(clinic.Place.SessionPrice * level * share / step, MidpointRounding.AwayFromZero) * step);
    }

    private void Take(string kind, DateOnly day, decimal amount, string? touchUp = null, bool isWalkIn = false)
    {
        var method = random.Pick<string?>(("card", 0.68), ("transfer", 0.17), ("cash", 0.12), (null, 0.03));
        if (!calendar.HasCome(day))
            return;
        var place = clinic.Place;
        var rate = kind is "product" ? place.ProductTax : place.ServiceTax;
        var paid = Math.Round(amount, place.Decimals, MidpointRounding.AwayFromZero);
        var tax = Math.Round(paid * rate / (1 + rate), place.Decimals, MidpointRounding.AwayFromZero);
        tables.Payments.Add(
            clinic.Id, isWalkIn ? null : treatment.Id, touchUp, kind, Cell.Of(day), Cell.Of(paid, place.Decimals), Cell.Of(tax, place.Decimals), place.Currency, method);
    }
}
