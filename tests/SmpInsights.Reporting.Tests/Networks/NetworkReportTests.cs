using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Networks;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Tests;
using SmpInsights.Outcomes.Time;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Networks;
using SmpInsights.Reporting.Tests.Fixtures;

namespace SmpInsights.Reporting.Tests.Networks;

public sealed class NetworkReportTests
{
    private static readonly ReportMonth June = new(2026, 6);

    private static ReportDocument Of(ClinicData data) => NetworkLayout.Compose(PublishedNetwork.Of(NetworkMonth.Of(data, June), SmallestCell.Default), "Network report", NetworkLayout.Sections, "0.0.0");

    private static string Column(ReportDocument document, string table, int column) => string.Join('|', document.Tables.Single(t => string.Equals(t.Id, table, StringComparison.Ordinal)).Rows.Select(r => CellText.Of(r[column])));

    [Fact]
    public void Each_currency_has_a_table_and_a_total_of_its_own()
    {
        var rows = new ClinicRows().Clinic("A", "Asia/Tokyo", "JPY").Clinic("B").Clinic("C");
        rows.Payment(PaymentKind.Session, "2026-06-02", 50_000, clinic: "A").Payment(PaymentKind.Session, "2026-06-03", 120.50m, clinic: "B").Payment(PaymentKind.Session, "2026-06-03", 80, clinic: "C");
        var document = Of(rows.Data());
        Assert.Equal("¥50,000", Column(document, "takings-jpy", 4));
        Assert.Equal("£120.50|£80.00", Column(document, "takings-gbp", 4));
        Assert.Equal("£200.50", CellText.Of(document.Tables.Single(t => string.Equals(t.Id, "takings-gbp", StringComparison.Ordinal)).Total![4]));
        Assert.Equal("GBP, JPY", document.Facts.Currency);
    }

    [Fact]
    public void Activity_of_all_is_the_sum_of_the_clinics()
    {
        var rows = new ClinicRows().Treatment("T1", "2026-05-01", "2026-06-10", clinic: "A").Treatment("T2", "2026-05-01", null, clinic: "B");
        rows.Session("T1", "2026-06-05").Session("T1", "2026-06-10").Session("T2", "2026-06-11", SessionStatus.NoShow).Session("T2", "2025-06-12");
        var document = Of(rows.Data());
        Assert.Equal("2|0", Column(document, "activity", 1));
        Assert.Equal("0|1", Column(document, "activity", 3));
        Assert.Equal(["All", "2", "0", "1", "1"], document.Tables.Single(t => string.Equals(t.Id, "activity", StringComparison.Ordinal)).Total!.Take(5).Select(CellText.Of));
        Assert.Equal("0|1", Column(document, "activity-last-year", 1));
        var sessions = document.Blocks.OfType<TilesBlock>().Single().Tiles[0];
        Assert.Equal(["2", "0", "1"], sessions.Comparisons.Select(c => CellText.Of(c.Value)).Prepend(CellText.Of(sessions.Value)));
        Assert.Equal([.. Enumerable.Repeat<double?>(0, 11), 2], sessions.Sparkline!);
    }

    [Fact]
    public void One_clinic_and_nothing_recorded_are_said()
    {
        var one = Of(new RandomClinic(2).Rows().Data());
        Assert.Contains("With one clinic there is nothing to compare it with.", one.Headlines);
        Assert.Contains(one.Figures, f => string.Equals(f.Id, "watched-sessions-completed-1", StringComparison.Ordinal));
        var nothing = Of(new ClinicRows().Clinic().Data());
        Assert.StartsWith("Nothing is recorded in any clinic", nothing.Headlines[0], StringComparison.Ordinal);
        Assert.Equal(3, ArtefactTexts.Of(nothing).Count(t => t.Path is "report.html" || t.Path.StartsWith("charts/s", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_needs_attention_is_said_first_and_a_rare_event_that_stays_away_is_no_improvement()
    {
        var rows = new ClinicRows().Clinic("A").Clinic("B").Treatment("TA", "2023-01-01", "2023-02-01", clinic: "A").Treatment("TB", "2023-01-01", "2023-02-01", clinic: "B");
        for (var k = 0; k < 36; k++)
        {
            var day = June.Add(k - 35).First.AddDays(4).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            for (var i = 0; i < (k == 35 ? 9 : 3 + (k % 2)); i++)
                rows.Session("TA", day);
            for (var i = 0; i < (k == 35 ? 0 : 9 + (k % 2)); i++)
                rows.Session("TB", day);
            if (k is 3 or 8)
                rows.TouchUp("U" + day, "TA", day, TouchUpReason.Density, warranty: true);
        }

        var document = Of(rows.Data());
        Assert.StartsWith("Needs attention in Clinic B: sessions held came to 0 in June 2026, outside the limits", document.Headlines[0], StringComparison.Ordinal);
        Assert.StartsWith("Improvement in Clinic A: sessions held came to 9 in June 2026", document.Headlines[1], StringComparison.Ordinal);
        Assert.Equal("Needs attention|Improvement", Column(document, "signals", 0));
        Assert.Equal("Sessions held|Sessions held", Column(document, "signals", 2));
        Assert.DoesNotContain(document.Figures.Single(f => string.Equals(f.Id, "watched-touch-ups-under-warranty-1", StringComparison.Ordinal)).Marks.OfType<Figures.PointsMark>(), m => m.Series.Role == Figures.SeriesRole.Improvement);
        var chart = document.Figures.Single(f => string.Equals(f.Id, "watched-sessions-completed-2", StringComparison.Ordinal));
        Assert.Equal(("Clinic B", "Sessions held: higher is better"), (chart.Title, chart.Subtitle));
        var tile = document.Blocks.OfType<TilesBlock>().Single().Tiles[^1];
        Assert.Equal(("1", Tone.Concern, "Clinic B: sessions held"), (CellText.Of(tile.Value), tile.Tone, tile.Note));
    }

    /// <summary>Names may hold commas: clinics are parted by semicolons.</summary>
    [Fact]
    public void Clinics_of_a_standing_signal_are_told_apart_whatever_their_names_hold()
    {
        var rows = new ClinicRows().Clinic("A, London").Clinic("B").Treatment("TA", "2022-01-01", "2022-02-01", clinic: "A, London").Treatment("TB", "2022-01-01", "2022-02-01", clinic: "B");
        for (var k = 0; k < 48; k++)
        {
            var day = June.Add(k - 47).First.AddDays(4).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            for (var i = 0; i < (k < 24 ? 3 : 6) + (k % 2); i++)
                rows.Session("TA", day).Session("TB", day);
        }

        Assert.Contains(Of(rows.Data()).Headlines, line => line.EndsWith("sessions held (Clinic A, London; Clinic B).", StringComparison.Ordinal));
    }

    [Fact]
    public void A_clinic_of_four_clients_has_no_rate_anywhere()
    {
        var document = Of(new RandomClinic(4) { Clinic = i => i % 15 == 0 ? "small" : i % 2 == 0 ? "A" : "B" }.Rows().Data());
        Assert.Equal("<5", Column(document, "clinics-fade", 1).Split('|')[2]);
        Assert.Equal("<5", Column(document, "satisfied-by-clinic", 4).Split('|')[2]);
        Assert.Equal("<5", Column(document, "clinics-touch-ups", 1).Split('|')[2]);
        Assert.DoesNotContain("small", Column(document, "clinics-fade-pairs", 0) + Column(document, "clinics-fade-pairs", 1), StringComparison.Ordinal);
    }
}
