using System.Globalization;
using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Input;

namespace SmpInsights.Outcomes.Tests;

/// <summary>Sixty treatments by chance, seeded: techniques, brands, practitioners, skin, sun, readings, touch-ups, surveys. What is chance and what is a name are kept apart, so that names and order can be changed alone.</summary>
public sealed record RandomClinic(int Seed)
{
    public static readonly DateOnly AsOf = ClinicRows.Day("2026-06-30");

    private static readonly string?[] Skins = ["I", "II", "III", null];

    /// <summary>Number of treatments.</summary>
    public const int Size = 60;

    /// <summary>The clinic of treatment i.</summary>
    public Func<int, string> Clinic { get; init; } = _ => "C";

    /// <summary>The place of treatment i among the ids, from 0.</summary>
    public Func<int, int> Place { get; init; } = i => i;

    /// <summary>What a name of a group is written as.</summary>
    public Func<string, string> Name { get; init; } = n => n;

    /// <summary>Which treatments there are.</summary>
    public Func<int, bool> Include { get; init; } = _ => true;

    public TreatmentCourses Courses() => TreatmentCourses.Of(Rows().Data(), AsOf);

    public ClinicRows Rows()
    {
        var (random, rows) = (new Random(Seed), new ClinicRows());
        for (var i = 0; i < Size; i++)
        {
            var into = Include(i) ? rows : new ClinicRows();
            var id = string.Create(CultureInfo.InvariantCulture, $"T{Place(i):000}");
            var (client, technique, who, brand) = ("client-" + id, random.Next(3), random.Next(4), random.Next(3));
            var completed = ClinicRows.Day("2022-01-01").AddDays(random.Next(400));
            into.Treatment(id, Iso(completed.AddDays(-60)), Iso(completed), Name("technique" + technique), client, clinic: Clinic(i), practitioner: Name("who" + who));
            var skin = Skins[random.Next(Skins.Length)];
            into.SkinType(client, skin is null ? null : Name(skin)).SunExposure(client, random.Next(2) == 0 ? "low" : "high").Session(id, Iso(completed), brand: Name("brand" + brand));
            var (level, slope) = (2.5 + (0.2 * random.NextDouble()) + (0.1 * technique), -0.1 - (0.05 * technique) - (0.1 * random.NextDouble()));
            for (var j = 0; j < 4; j++)
            {
                var day = 40 + (150 * j) + random.Next(100);
                into.Reading(string.Create(CultureInfo.InvariantCulture, $"{id}-{j}"), id, Iso(completed.AddDays(day)), Math.Exp(level + (slope * day / 365.25) + (0.05 * random.NextDouble())));
            }

            var touchUp = completed.AddDays(600 + random.Next(1500));
            if (touchUp <= AsOf)
                into.TouchUp("U" + id, id, Iso(touchUp), random.Next(4) == 0 ? TouchUpReason.Density : TouchUpReason.Fade, practitioner: Name("who" + random.Next(4)));
            var sent = completed.AddDays(random.Next(1500));
            into.Survey("Q" + id, id, Iso(sent), Iso(sent.AddDays(3)), 1 + random.Next(5), random.Next(11));
        }

        return rows;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
