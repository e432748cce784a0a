namespace SmpInsights.App.Demo;

/// <summary>
/// What the demo is to hold: <paramref name="Months"/> full months before the month of <paramref name="Today"/>, each with
/// <see cref="HistoryMonths"/> months of history behind it, so that touch-ups after 2-4 years are there to be counted.
/// </summary>
public sealed record DemoOptions(int Clinics, int Months, int Seed, DateOnly Today)
{
    public const int MostClinics = 99;
    public const int MostMonths = 120;
    public const int HistoryMonths = 36;

    public int Clinics { get; } = Clinics is >= 1 and <= MostClinics
        ? Clinics
        : throw new ArgumentOutOfRangeException(nameof(Clinics), Clinics, FormattableString.Invariant($"A demo has 1 to {MostClinics} clinics."));

    public int Months { get; } = Months is >= 1 and <= MostMonths
        ? Months
        : throw new ArgumentOutOfRangeException(nameof(Months), Months, FormattableString.Invariant($"A demo has 1 to {MostMonths} months."));
}
