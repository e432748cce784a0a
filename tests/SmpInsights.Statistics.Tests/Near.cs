namespace SmpInsights.Statistics.Tests;

internal static class Near
{
    /// <summary>Tolerance of closed forms, relative.</summary>
    public const double ClosedForm = 1e-9;

    public static void Equal(double expected, double? actual, double relative = ClosedForm)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected, actual.Value, Math.Max(Math.Abs(expected) * relative, 1e-12));
    }

    /// <summary>Relative only, for tails: the smallest of them keep their digits too.</summary>
    public static void Ratio(double expected, double actual, double relative) => Assert.Equal(1, actual / expected, relative);

    public static void Equal(double? expected, double? actual, double relative = ClosedForm)
    {
        if (expected is { } value)
            Equal(value, actual, relative);
        else
            Assert.Null(actual);
    }
}
