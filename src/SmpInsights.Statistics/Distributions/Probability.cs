namespace SmpInsights.Statistics.Distributions;

internal static class Probability
{
    public static void RequireInside(double value, string name)
    {
        if (!(value > 0 && value < 1))
            throw new ArgumentOutOfRangeException(name, value, "Must lie strictly between 0 and 1.");
    }
}
