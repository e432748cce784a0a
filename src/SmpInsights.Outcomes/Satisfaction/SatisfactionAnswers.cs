namespace SmpInsights.Outcomes.Satisfaction;

/// <summary>Answers from 1 to 5 to how satisfied a client is; <paramref name="Distribution"/> counts the 1s first. The mean is null without answers.</summary>
public sealed record SatisfactionAnswers(double? Mean, IReadOnlyList<int> Distribution, TopTwoBox Satisfied)
{
    /// <summary>The distribution as shares of the answers; zeros without answers.</summary>
    public IReadOnlyList<double> Shares => [.. Distribution.Select(n => Satisfied.Answers == 0 ? 0 : (double)n / Satisfied.Answers)];
}
