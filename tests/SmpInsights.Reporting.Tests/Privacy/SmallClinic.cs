using System.Globalization;
using SmpInsights.Outcomes.Tests;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Reporting.Tests.Privacy;

/// <summary>A made-up clinic with few clients, rare techniques and three years of months, and the truth about it.</summary>
internal sealed class SmallClinic
{
    public const int Months = 36;

    public static readonly ReportMonth First = new(2023, 1);

    private static readonly string[] Techniques = ["density", "hairline", "scar", "temple"];

    private readonly Random _who;
    private readonly int _practitioners;

    /// <summary>One client's treatment, survey and touch-up for fading.</summary>
    public sealed record Story(string Technique, string Practitioner, ReportMonth Completed, ReportMonth Sent, ReportMonth? Answered, int Answer, ReportMonth? TouchedUp);

    public SmallClinic(int seed, bool readings)
    {
        var random = new Random(seed);
        _who = new Random(-1 - seed);
        _practitioners = 1 + _who.Next(4);
        double[] weights = [.. Techniques.Select((_, k) => 1.0 / (1 + (k * (1 + (3 * random.NextDouble())))))];
        int[] since = [.. Techniques.Select((_, k) => k == 0 ? 0 : random.Next(Months))];
        var busy = 1 + random.Next(8);
        for (var month = 0; month < Months; month++)
        {
            var starts = random.Next(busy + 1);
            for (var i = 0; i < starts; i++)
            {
                var k = Enumerable.Range(0, Techniques.Length).Where(t => since[t] <= month).MinBy(t => -Math.Log(1 - random.NextDouble()) / weights[t]);
                Add(random, Techniques[k], First.Add(month), readings && random.Next(2) == 0);
            }
        }

        if (Stories.Count == 0)
            Add(random, Techniques[0], First, readings);
    }

    public ClinicRows Rows { get; } = new();

    public List<Story> Stories { get; } = [];

    private void Add(Random random, string technique, ReportMonth month, bool readings)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"T{Stories.Count:0000}");
        string On(ReportMonth m, int day) => string.Create(CultureInfo.InvariantCulture, $"{m}-{day:00}");
        var practitioner = Practitioner(technique);
        var (answer, delay) = (1 + random.Next(5), random.Next(10) switch { < 7 => 0, < 9 => 1, _ => random.Next(2) == 0 ? 2 : -1 });
        ReportMonth? back = delay < 0 ? null : month.Add(delay);
        ReportMonth? touched = random.Next(3) == 0 ? month.Add(1 + random.Next(24)) : null;
        Rows.Treatment(id, On(month.Add(-1), 1), On(month, 5), technique, practitioner: practitioner).Session(id, On(month.Add(-1), 1));
        Rows.Survey("Q" + id, id, On(month, 10), back is { } b ? On(b, 20) : null, answer, random.Next(11));
        if (touched is { } t)
            Rows.TouchUp("U" + id, id, On(t, 15));
        if (readings)
            for (var r = 0; r < 3; r++)
                Rows.Reading(id + r.ToString(CultureInfo.InvariantCulture), id, On(month.Add(2 + (4 * r)), 3), 10 * Math.Exp((-0.02 * r) + (0.1 * random.NextDouble())));
        Stories.Add(new Story(technique, practitioner, month, month, back, answer, touched));
    }

    /// <summary>Some keep to one technique, so that two tables' rows are often the same clients.</summary>
    private string Practitioner(string technique) =>
        string.Create(CultureInfo.InvariantCulture, $"P{(_who.Next(3) == 0 ? _who.Next(_practitioners) : Array.IndexOf(Techniques, technique) % _practitioners)}");
}
