namespace SmpInsights.App.Demo;

/// <summary>
/// A completed treatment's epochs: readings, and the touch-up that ends each. Fade brings a client back when their own contrast crosses the
/// threshold; other reasons come at their own rate, whichever is first.
/// </summary>
internal sealed class FollowUpStory(DemoTables tables, DemoCalendar calendar, ClinicStory clinic, Treatment treatment, Till till, DemoRandom random)
{
    private const int MostTouchUps = 5;
    private const int ShortestEpochDays = 60;
    private const double ReadingBeforeTouchUpShare = 0.88;

    /// <summary>Returns the first day of each epoch.</summary>
    public IReadOnlyList<DateOnly> Tell()
    {
        var epochs = new List<DateOnly> { treatment.CompletedOn!.Value };
        var last = treatment.FollowUpEndedOn ?? calendar.LastDay;
        while (true)
        {
            var touchUp = epochs.Count > MostTouchUps ? null : NextTouchUp(epochs[^1]);
            if (touchUp?.Day > last)
                touchUp = null;
            AddReadings(epochs[^1], last, touchUp);
            if (touchUp is null)
                return epochs;
            Add(touchUp);
            epochs.Add(touchUp.Day);
        }
    }

    private TouchUp? NextTouchUp(DateOnly from)
    {
        var fade = FadeTouchUp(from);
        var other = OtherTouchUp(from);
        return other is null || fade?.Day <= other.Day ? fade : other;
    }

    private TouchUp? FadeTouchUp(DateOnly from)
    {
        var threshold = DemoEffects.LogThreshold + (DemoEffects.ThresholdDeviation * random.Normal());
        var crossing = DemoEffects.HealingDays + (int)(DemoEffects.DaysPerYear * threshold / treatment.Slope);
        var wait = random.Between(10, 60);
        var reason = random.Chance(DemoEffects.ColourShiftShare) ? "colour-shift" : "fade";
        return random.Chance(DemoEffects.TouchUpUptake) ? new TouchUp(DemoCalendar.OpenDay(from.AddDays(crossing + wait)), reason) : null;
    }

    private TouchUp? OtherTouchUp(DateOnly from)
    {
        var isFirstYear = from.DayNumber - treatment.CompletedOn!.Value.DayNumber < DemoEffects.WarrantyDays;
        var early = isFirstYear ? random.DaysUntil(DemoEffects.OtherTouchUpsFirstYear, 1) : null;
        var days = early ?? random.DaysUntil(DemoEffects.OtherTouchUpsLater, 10);
        var reason = random.Pick(("density", 0.4), ("correction", 0.25), ("hairline-change", 0.2), ("other", 0.15));
        return days is { } d ? new TouchUp(DemoCalendar.OpenDay(from.AddDays(ShortestEpochDays + d)), reason) : null;
    }

    private void Add(TouchUp touchUp)
    {
        var practitioner = clinic.Staff.For(treatment.Practitioner, touchUp.Day, random);
        var age = touchUp.Day.DayNumber - treatment.CompletedOn!.Value.DayNumber;
        var underWarranty = age <= DemoEffects.WarrantyDays && touchUp.Reason is not "hairline-change" && random.Chance(0.92);
        var isWarrantyKnown = !random.Chance(0.01);
        var id = tables.TouchUps.Add(
            treatment.Id, Cell.Of(touchUp.Day), practitioner.Id, touchUp.Reason, DemoCatalogue.PigmentOn(touchUp.Day, treatment.Brand, calendar, random),
            isWarrantyKnown ? Cell.Of(underWarranty) : null);
        till.TakeForTouchUp(id, touchUp.Day, underWarranty);
    }

    private void AddReadings(DateOnly from, DateOnly last, TouchUp? touchUp)
    {
        var until = touchUp?.Day ?? last;
        var days = new SortedSet<DateOnly>();
        Take(0.3, from.AddDays(random.Between(5, 20)));
        Take(0.9, from.AddDays(random.Between(35, 55)));
        for (var day = from.AddDays(random.Between(150, 210)); day <= until; day = day.AddDays(random.Between(200, 270)))
            Take(0.62, day);
        if (touchUp is not null)
        {
            Take(touchUp.IsForFade ? ReadingBeforeTouchUpShare : 0.4, touchUp.Day.AddDays(-random.Between(3, 24)));
            Take(0.03, touchUp.Day);
        }

        var method = treatment.Client.Method;
        foreach (var day in days)
            AddReading(from, day, random.Chance(0.01) ? "visual" : method);

        void Take(double share, DateOnly day)
        {
            var open = DemoCalendar.OpenDay(day);
            if (random.Chance(share) && open > from && open <= until)
                days.Add(open);
        }
    }

    private void AddReading(DateOnly from, DateOnly day, string method)
    {
        var (offset, decimals) = method switch { "photo" => (DemoEffects.PhotoOffset, 1), "visual" => (DemoEffects.VisualOffset, 0), _ => (0.0, 2) };
        var log = treatment.HealedLogContrast + treatment.LogKept(day.DayNumber - from.DayNumber) + offset + (DemoEffects.ReadingDeviation * random.Normal());
        // Photo and visual scores end at 100.
        var contrast = decimals < 2 ? Math.Min(DemoRandom.Exp(log), 99) : DemoRandom.Exp(log);
        tables.Assessments.Add(treatment.Id, Cell.Of(day), method, Cell.Of(contrast, decimals));
    }

    private sealed record TouchUp(DateOnly Day, string Reason)
    {
        public bool IsForFade => Reason is "fade" or "colour-shift";
    }
}
