using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Finance;
using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.TouchUps;
using SmpInsights.Statistics.Simulation;

namespace SmpInsights.Outcomes.Forecast;

/// <summary>
/// One clinic's forecast, by models of its own: it does not depend on which other clinics are looked at. <paramref name="Events"/> and <paramref name="LaterEvents"/> count the touch-ups behind the
/// models of first and of later epochs; <paramref name="Horizons"/> is empty without a model of first epochs. <paramref name="AtRisk"/> are open epochs, by treatment id, that are forecast;
/// <paramref name="LeftOut"/> counts clients in a later epoch who are not, for want of touch-ups to learn from.
/// </summary>
public sealed record ClinicForecast(
    string Clinic,
    string Currency,
    int Events,
    int LaterEvents,
    EpochModel? First,
    EpochModel? Later,
    IReadOnlyList<Spell> AtRisk,
    int LeftOut,
    IReadOnlyList<ForecastHorizon> Horizons)
{
    /// <summary>The model that an epoch's chances come from.</summary>
    public EpochModel ModelOf(Spell open) => (open.Course.TouchUps.Length == 0 ? First : Later)!;

    internal static ClinicForecast Of(TreatmentCourses courses, int clinic, ILookup<int, Spell> first, ILookup<int, Spell> between, ForecastDraws draws, CancellationToken cancellation)
    {
        var (id, currency) = (courses.Data.Clinics.Id[clinic], courses.Data.Clinics.Currency[clinic]);
        var (early, late) = (first[clinic].ToList(), between[clinic].ToList());
        var model = EpochModel.Of(courses, early);
        var later = model is null ? null : EpochModel.Of(courses, late);
        List<Spell> open = [.. early.Where(s => s.IsOpen)];
        List<Spell> openLater = [.. late.Where(s => s.IsOpen)];
        IReadOnlyList<ForecastHorizon> horizons = [];
        if (model is not null)
        {
            var until = ForecastHorizon.AllMonths.Select(courses.AsOf.AddMonths).ToArray();
            var years = Array.ConvertAll(until, u => OutcomeTime.Years(courses.AsOf, u));
            EpochDraws[] epochs = later is null ? [new(model, open, years)] : [new(model, open, years), new(later, openLater, years)];
            var counts = Counts(epochs, years.Length, SplitMix.Of(draws.Seed).Named(id), draws.Number, cancellation);
            var price = Revenue.MedianTouchUpPrice(courses.Data, clinic, currency);
            horizons = [.. ForecastHorizon.AllMonths.Select((months, h) => new ForecastHorizon(months, until[h], new CountDistribution(counts[h]), price))];
        }

        IReadOnlyList<Spell> atRisk = model is null ? [] : later is null ? open : [.. open.Concat(openLater).OrderBy(s => s.Course.Treatment)];
        return new ClinicForecast(id, currency, EpochModel.Events(early), EpochModel.Events(late), model, later, atRisk, later is null ? openLater.DistinctBy(s => s.Course.Client).Count() : 0, horizons);
    }

    /// <summary>Draws have streams of their own, so that it does not matter which of them runs first.</summary>
    private static int[][] Counts(EpochDraws[] epochs, int horizons, SplitMix stream, int draws, CancellationToken cancellation)
    {
        int[][] counts = [.. Enumerable.Range(0, horizons).Select(_ => new int[draws])];
        Parallel.For(0, draws, new ParallelOptions { CancellationToken = cancellation }, d =>
        {
            var random = stream.Branch(d);
            Span<int> touchUps = stackalloc int[horizons];
            touchUps.Clear();
            foreach (var one in epochs)
                one.Add(ref random, touchUps);
            for (var h = 0; h < horizons; h++)
                counts[h][d] = touchUps[h];
        });
        return counts;
    }
}
