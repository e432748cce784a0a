using System.Collections.Concurrent;
using System.Globalization;
using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Tests.Privacy;
using SmpInsights.Outcomes.Time;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Monthly;

namespace SmpInsights.Reporting.Tests.Privacy;

/// <summary>
/// Someone holds three years of a small clinic's monthly reports and puts all their tables into one system of equations. The attacker is given more than any reader has: how many clients
/// answered and were treated where and when, and so which groups did not change between two reports; only what they answered, and who came back, is not known.
/// </summary>
public sealed class SuccessiveReportsTests
{
    private const int Few = 24;

    /// <summary>Two hundred and more on request: they take minutes.</summary>
    private static int Clinics => string.Equals(Environment.GetEnvironmentVariable("SMP_PRIVACY"), "1", StringComparison.Ordinal) ? 240 : Few;

    /// <summary>What a clinic's tables say and what they hide, each as the sum of the attacker's unknowns.</summary>
    private sealed class Reading(SmallClinic clinic)
    {
        public List<(string[] Parts, long Value)> Printed { get; } = [];

        public List<(string Where, string[] Parts)> Hidden { get; } = [];

        /// <summary>Answers of 4 or 5 by technique, practitioner, month sent and month known; only where somebody answered.</summary>
        public IEnumerable<(string Part, SmallClinic.Story Story)> Answers => clinic.Stories.Where(s => s.Answered is not null).Select(s => (Part(s), s));

        public static string Part(SmallClinic.Story s) => $"{s.Technique} by {s.Practitioner} {s.Sent} {s.Answered}";

        public IEnumerable<(string Part, SmallClinic.Story Story)> Answered(MonthSpan span, Func<SmallClinic.Story, bool> counts) => Answers.Where(a => span.Contains(a.Story.Sent) && counts(a.Story));

        /// <summary>Touch-ups for fading by technique and month in which anything of it changed.</summary>
        public IEnumerable<(string Part, SmallClinic.Story? Touched)> Changes(string? technique, ReportMonth until) =>
            clinic.Stories.Where(s => technique is null || string.Equals(s.Technique, technique, StringComparison.Ordinal)).SelectMany(s => new (ReportMonth Month, SmallClinic.Story? Touched)[] { (s.Completed, null), (s.TouchedUp ?? s.Completed, s.TouchedUp is null ? null : s) }.Select(x => (x.Month, Part: $"{s.Technique} {x.Month}", x.Touched)))
                .Where(x => x.Month <= until).Select(x => (x.Part, x.Touched));

        public void Satisfied(string where, Cell cell, IEnumerable<(string Part, SmallClinic.Story Story)> about)
        {
            var of = about.ToList();
            Take(where, cell is EstimateCell e ? (long)Math.Round(e.Value * of.Count) : null, cell, [.. of.Select(a => a.Part).Distinct(StringComparer.Ordinal)]);
        }

        public void TouchUps(string where, Cell cell, IEnumerable<(string Part, SmallClinic.Story? Touched)> about) =>
            Take(where, cell is IntegerCell n ? n.Value : null, cell, [.. about.Select(a => a.Part).Distinct(StringComparer.Ordinal)]);

        public void Take(string where, long? value, Cell cell, string[] parts)
        {
            if (parts.Length == 0)
                return;
            if (value is { } printed)
                Printed.Add((parts, printed));
            else if (cell is SuppressedCell or NotEnoughCell { Text: "withheld" })
                Hidden.Add((where, parts));
        }

        public List<(string Where, string[] Parts, long Value)> Recovered()
        {
            var attack = new SubtractionAttack();
            foreach (var (parts, value) in Printed)
                attack.Read(parts, value);
            return [.. Hidden.Select(h => (h.Where, h.Parts, Value: attack.Recover(h.Parts))).Where(h => h.Value is not null).Select(h => (h.Where, h.Parts, h.Value!.Value))];
        }
    }

    private static ReportDocument Report(SmallClinic clinic, ReportMonth month) =>
        MonthlyClinicLayout.Compose(PublishedMonth.Of(MonthlyClinic.Of(clinic.Rows.Data(), month), SmallestCell.Default), "Monthly clinic report", MonthlyClinicLayout.Sections, "0.0.0");

    private static (Reading Satisfaction, Reading TouchUps) Read(SmallClinic clinic)
    {
        var (answers, times) = (new Reading(clinic), new Reading(clinic));
        for (var i = 0; i < SmallClinic.Months; i++)
        {
            var month = SmallClinic.First.Add(i);
            var report = Report(clinic, month);
            foreach (var table in report.Tables)
            {
                var where = $"{month} {table.Id} ";
                foreach (var row in table.Rows)
                {
                    var name = (row[0] as TextCell)?.Text ?? string.Empty;
                    if (table.Id is "satisfaction-table")
                        answers.Satisfied(where + name, row[5], Pooled(name, month) is { } pooled ? answers.Answered(pooled, s => s.Answered <= pooled.Last) : answers.Answered(Span(name), s => s.Answered == s.Sent));
                    else if (table.Id is "satisfaction-by-technique" && table.Title.Contains(", ", StringComparison.Ordinal) && table.Title.Split(", ")[1] is var span)
                        answers.Satisfied(where + name, row[3], answers.Answered(Pooled(span, month) ?? Span(span), s => s.Answered <= (Pooled(span, month) ?? Span(span)).Last && string.Equals(s.Technique, name, StringComparison.Ordinal)));
                    else if (table.Id is "satisfaction-by-practitioner" && table.Title.Contains(", ", StringComparison.Ordinal) && table.Title.Split(", ")[1] is var months)
                        answers.Satisfied(where + name, row[2], answers.Answered(Pooled(months, month) ?? Span(months), s => s.Answered <= (Pooled(months, month) ?? Span(months)).Last && string.Equals("Practitioner " + s.Practitioner, name, StringComparison.Ordinal)));
                    else if (table.Id is "time-to-touch-up-table" && !name.StartsWith("From", StringComparison.Ordinal))
                        times.TouchUps(where + name, row[7], times.Changes(name.StartsWith("All", StringComparison.Ordinal) ? null : name, month));
                }
            }

            // A month that is only printed together with others is hidden too, where it has fewer than five.
            var alone = answers.Answered(new MonthSpan(month, month), s => s.Answered == s.Sent).ToList();
            if (alone.Count is > 0 and < SmallestCell.Floor)
                answers.Hidden.Add(($"{month} alone", [.. alone.Select(a => a.Part).Distinct(StringComparer.Ordinal)]));
        }

        return (answers, times);
    }

    private static MonthSpan? Pooled(string name, ReportMonth month) =>
        name.StartsWith("the last 12 months", StringComparison.OrdinalIgnoreCase) ? new MonthSpan(month.Add(-11), month)
        : name.EndsWith(" together", StringComparison.Ordinal) ? Span(name[..^" together".Length]) : null;

    private static MonthSpan Span(string name)
    {
        var ends = name.Split(" to ");
        static ReportMonth Month(string text) => ReportMonth.Of(DateOnly.ParseExact(text, "MMMM yyyy", CultureInfo.InvariantCulture));
        return new MonthSpan(Month(ends[0].Contains(' ', StringComparison.Ordinal) ? ends[0] : ends[0] + " " + ends[^1].Split(' ')[1]), Month(ends[^1]));
    }

    [Fact]
    public void No_hidden_cell_of_three_years_of_reports_is_recovered()
    {
        var (printed, hidden) = (0, 0);
        var recovered = new ConcurrentBag<string>();
        Parallel.For(0, Clinics, seed =>
        {
            var clinic = new SmallClinic(seed, readings: seed % 12 == 0);
            var (satisfaction, touchUps) = Read(clinic);
            foreach (var r in satisfaction.Recovered().Concat(touchUps.Recovered()))
                recovered.Add(string.Create(CultureInfo.InvariantCulture, $"clinic {seed}: {r.Where} = {r.Value}"));
            Interlocked.Add(ref printed, satisfaction.Printed.Count + touchUps.Printed.Count);
            Interlocked.Add(ref hidden, satisfaction.Hidden.Count + touchUps.Hidden.Count);
        });
        Assert.True(recovered.IsEmpty, string.Join('\n', recovered.Order(StringComparer.Ordinal)));
        Assert.True(printed > 100 * Clinics && hidden > 40 * Clinics, string.Create(CultureInfo.InvariantCulture, $"{printed} printed and {hidden} hidden cells: the attack had too little to work on."));
    }

    /// <summary>Each month's own figure, the last twelve months and the techniques, hidden only where they are small themselves: what the attack makes of that.</summary>
    [Fact]
    public void The_attack_bites_where_only_small_cells_are_hidden()
    {
        var bitten = 0;
        for (var seed = 0; seed < Few; seed++)
        {
            var clinic = new SmallClinic(seed, readings: false);
            var (naive, touchUps) = (new Reading(clinic), new Reading(clinic));
            static Cell Mark(int clients) => clients < SmallestCell.Floor ? new SuppressedCell(SmallestCell.Floor) : Cell.Missing;
            for (var i = 0; i < SmallClinic.Months; i++)
            {
                var month = SmallClinic.First.Add(i);
                void Answers(string where, IEnumerable<(string Part, SmallClinic.Story Story)> about)
                {
                    var of = about.ToList();
                    naive.Take(where, of.Count < SmallestCell.Floor ? null : of.Count(a => a.Story.Answer >= 4), Mark(of.Count), [.. of.Select(a => a.Part).Distinct(StringComparer.Ordinal)]);
                }

                Answers($"{month} alone", naive.Answered(new MonthSpan(month, month), s => s.Answered == s.Sent));
                var year = naive.Answered(new MonthSpan(month.Add(-11), month), s => s.Answered <= month).ToList();
                Answers($"{month} year", year);
                foreach (var technique in year.GroupBy(a => a.Story.Technique, StringComparer.Ordinal))
                    Answers($"{month} {technique.Key}", technique);
                foreach (var technique in clinic.Stories.Select(s => s.Technique).Distinct(StringComparer.Ordinal).Append(null))
                {
                    var changes = touchUps.Changes(technique, month).ToList();
                    var clients = clinic.Stories.Count(s => (technique is null || string.Equals(s.Technique, technique, StringComparison.Ordinal)) && s.Completed <= month);
                    touchUps.Take($"{month} {technique}", clients < SmallestCell.Floor ? null : changes.Count(c => c.Touched is not null), Mark(clients), [.. changes.Select(c => c.Part).Distinct(StringComparer.Ordinal)]);
                }
            }

            var (a, b) = (naive.Recovered(), touchUps.Recovered());
            bitten += a.Count > 0 && b.Count > 0 ? 1 : 0;
            Assert.All(a, r => Assert.Equal(clinic.Stories.Count(s => s.Answer >= 4 && s.Answered is not null && r.Parts.Contains(Reading.Part(s))), r.Value));
        }

        Assert.True(bitten >= Few / 2, string.Create(CultureInfo.InvariantCulture, $"Only {bitten} of {Few} clinics were broken into."));
    }
}
