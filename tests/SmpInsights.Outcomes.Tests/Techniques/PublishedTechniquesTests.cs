using SmpInsights.Outcomes.Comparisons;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Techniques;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Tests.Techniques;

public sealed class PublishedTechniquesTests
{
    private static readonly ReportMonth June = new(2026, 6);

    private static PublishedTechniques Of(ClinicRows rows, string who = "who0") => PublishedTechniques.Of(TechniqueMonth.Of(rows.Data(), new PractitionerFacts(who, "Practitioner " + who), June), SmallestCell.Default);

    [Fact]
    public void Points_are_the_difference_of_what_each_group_loses_in_a_year()
    {
        var clinic = new RandomClinic(3);
        var courses = clinic.Courses();
        var units = FadeUnits.Of(courses).Units.Where(u => u.Epoch == 0).ToList();
        var published = Of(clinic.Rows());
        Assert.Equal(3, published.Techniques.FadeDifferences.Count);
        foreach (var (model, points) in new (AdjustedFade, Func<FadeDifference, FadePoints?>)[] { (AdjustedFade.Of(courses, units, Covariate.Technique, [])!, d => d.Unadjusted), (AdjustedFade.Of(courses, units, Covariate.Technique)!, d => d.Adjusted) })
        {
            double Slope(string technique) => model.Estimate.Slope + (model.Terms.FirstOrDefault(t => string.Equals(t.Factor, "technique", StringComparison.Ordinal) && string.Equals(t.Level, technique, StringComparison.Ordinal))?.Slope ?? 0);
            foreach (var d in published.Techniques.FadeDifferences)
            {
                var pair = model.Pairs.Single(p => string.Equals(p.A, d.A, StringComparison.Ordinal) && string.Equals(p.B, d.B, StringComparison.Ordinal));
                Assert.Equal(60, units.Count);
                const double t = 2.0009953780882688; // R: qt(0.975, 59)
                Assert.Equal((1 - Math.Exp(Slope(d.A))) - (1 - Math.Exp(Slope(d.B))), points(d)!.Value, 1e-12);
                Assert.Equal(Math.Exp(Slope(d.B)) - Math.Exp(Slope(d.B) + pair.SlopeDifference + (t * pair.StandardError)), points(d)!.Lower, 1e-9);
                Assert.Equal(Math.Exp(Slope(d.B)) - Math.Exp(Slope(d.B) + pair.SlopeDifference - (t * pair.StandardError)), points(d)!.Upper, 1e-9);
                Assert.Equal(pair.Holm, points(d)!.Holm);
            }
        }

        Assert.Equal(["sun_exposure"], published.Techniques.FadeAdjustedFor); // nobody's oiliness is known, so there is nothing to adjust for
        Assert.Equal(["technique", "sun_exposure"], published.Brands.FadeAdjustedFor);
    }

    [Fact]
    public void Own_and_rest_are_everyone_and_own_clients_are_the_practitioner_s()
    {
        var clinic = new RandomClinic(5);
        var (courses, published) = (clinic.Courses(), Of(clinic.Rows(), "who2"));
        var own = courses.All.Where(c => string.Equals(courses.Data.Practitioners.Id[c.Practitioner], "who2", StringComparison.Ordinal)).ToList();
        Assert.True(published.IsRestAnonymous);
        Assert.Equal(own.Count, published.OwnTreatments);
        Assert.Equal(own.Count, published.Own.Times["own"].Value!.Curve.Subjects);
        Assert.Equal(60 - own.Count, published.Own.Times["rest"].Value!.Curve.Subjects);
        Assert.Equal(published.Techniques.Fade.Values.Sum(g => g.Value!.Units), published.Own.Fade.Values.Sum(g => g.Value!.Units));
        Assert.Equal(own.Select(c => courses.Data.Clients.Id[c.Client]).Order(StringComparer.Ordinal), published.OwnClients.Select(c => c.Client).Order(StringComparer.Ordinal));
        var ended = own.Select(c => c.TouchUps.Length > 0 ? courses.Data.TouchUps.PerformedOn[c.TouchUps[0]] : (DateOnly?)null);
        Assert.Equal(ended, published.OwnClients.Select(c => c.EndedOn));
        Assert.Equal("rest", published.Own.HazardDifferences.Single().Reference);
    }

    [Fact]
    public void Answers_of_own_and_rest_are_those_the_clinic_s_own_report_pools()
    {
        var clinic = new RandomClinic(5);
        var published = Of(clinic.Rows());
        var pooled = Outcomes.Published.PublishedMonth.Of(Outcomes.Monthly.MonthlyClinic.Of(clinic.Rows().Data(), June), SmallestCell.Default).Satisfaction.Satisfied.Pooled!;
        Assert.Equal(pooled.Span, published.Satisfaction!.Months);
        var (own, rest) = (published.Satisfaction.Own.Value, published.Satisfaction.Rest.Value);
        Assert.Equal(own is null, rest is null); // the total stands in the clinic's own report
        if (own is not null)
            Assert.Equal(pooled.Value.Value!.Distribution, own.Distribution.Zip(rest!.Distribution, (a, b) => a + b));
    }

    [Fact]
    public void Own_answers_that_the_clinic_s_report_withholds_to_protect_a_colleague_are_withheld_here_too()
    {
        var rows = new ClinicRows();
        string[] treated = [.. Enumerable.Repeat("few", 3), .. Enumerable.Repeat("guard", 6), .. Enumerable.Repeat("many", 12), .. Enumerable.Repeat("more", 12)];
        foreach (var (i, who) in treated.Index())
        {
            var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"T{i:00}");
            rows.Treatment(id, "2022-01-01", "2022-03-01", practitioner: who).Survey("Q" + id, id, "2026-05-01", "2026-05-05", 1 + (i % 5), 8);
        }

        var inClinic = Outcomes.Published.PublishedMonth.Of(Outcomes.Monthly.MonthlyClinic.Of(rows.Data(), June), SmallestCell.Default).Practitioners.Members;
        Assert.Equal((Disclosure.Small, Disclosure.Withheld, Disclosure.Shown), (inClinic["few"].Disclosure, inClinic["guard"].Disclosure, inClinic["many"].Disclosure));
        foreach (var who in new[] { "few", "guard", "many", "more" })
        {
            var satisfaction = Of(rows, who).Satisfaction!;
            Assert.Equal(inClinic[who].Disclosure, satisfaction.Own.Disclosure);
            Assert.Equal(inClinic[who].Disclosure == Disclosure.Shown, satisfaction.Rest.Disclosure == Disclosure.Shown);
        }
    }

    /// <summary>Of two practitioners, or with a third who has four clients, the rest is one colleague.</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void The_rest_is_shown_only_when_it_is_more_than_one_colleague(int third, bool shown)
    {
        var rows = new ClinicRows();
        for (var i = 0; i < 24 + third; i++)
        {
            var (id, who) = (string.Create(System.Globalization.CultureInfo.InvariantCulture, $"T{i:00}"), i >= 24 ? "third" : i % 2 == 0 ? "own" : "other");
            rows.Treatment(id, "2022-01-01", "2022-03-01", practitioner: who).Survey("Q" + id, id, "2026-05-01", "2026-05-05", 1 + (i % 5), 8).TouchUp("U" + id, id, "2025-01-01");
            for (var j = 0; j < 4; j++)
                rows.Reading(id + "-" + (char)('a' + j), id, new DateOnly(2022, 5, 1).AddDays((120 * j) + i).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), 20 * Math.Exp((-0.06 * j) + (0.02 * ((i * 7) % 5)) + (0.01 * ((i + j) % 3))));
        }

        var published = Of(rows, "own");
        Assert.Equal(shown, published.IsRestAnonymous);
        Assert.Equal(shown, published.Own.Fade["rest"].Value is not null);
        Assert.Equal(shown, published.Own.Times["rest"].Value is not null);
        Assert.Equal(shown, published.Satisfaction!.Rest.Value is not null);
        Assert.Equal(shown, published.Own.FadeDifferences.Count > 0);
        Assert.Equal(shown, published.Own.HazardDifferences.Count > 0);
        Assert.Equal(12, published.OwnClients.Count);
    }

    [Fact]
    public void Nothing_on_fewer_than_five_clients_is_there_and_no_margin_gives_it_away()
    {
        var hidden = 0;
        for (var seed = 0; seed < 12; seed++)
        {
            var published = Of(new RandomClinic(seed) { Include = i => i % 12 < 5 }.Rows());
            foreach (var comparison in new[] { published.Techniques, published.Brands, published.Own })
            {
                Assert.All(comparison.Fade.Values.Select(g => g.Value).OfType<FadeGroup>(), g => Assert.True(g.Clients >= 5));
                Assert.All(comparison.Times.Values.Select(g => g.Value?.Clients).OfType<int>(), n => Assert.True(n >= 5));
                Assert.DoesNotContain(comparison.FadeDifferences, d => comparison.Fade[d.A].Value is null || comparison.Fade[d.B].Value is null);
                if (published.All.Value is not null && (comparison != published.Own || published.IsRestAnonymous)) // a rest that is one colleague is hidden for its own sake; it has clients enough
                    Assert.NotEqual(1, comparison.Fade.Values.Count(g => g.Value is null));
                hidden += comparison.Fade.Values.Count(g => g.Value is null);
            }

            Assert.All(published.Skins.Select(s => s.Fade.Value).OfType<FadeGroup>(), g => Assert.True(g.Clients >= 5));
            foreach (var technique in published.Skins.GroupBy(s => s.Technique).Where(g => published.Techniques.Fade[g.Key].Value is not null))
                Assert.NotEqual(1, technique.Count(s => s.Fade.Value is null));
        }

        Assert.True(hidden > 0, "Nothing was hidden in any clinic.");
    }

    [Fact]
    public void A_practitioner_without_clients_there_has_none_and_two_clinics_are_refused()
    {
        var published = Of(new RandomClinic(1).Rows(), "nobody");
        Assert.Equal(0, published.OwnTreatments);
        Assert.Empty(published.OwnClients);
        Assert.Empty(published.Own.FadeDifferences);
        Assert.Throws<ArgumentException>(() => Of(new RandomClinic(1) { Clinic = i => i % 2 == 0 ? "A" : "B" }.Rows()));
        var empty = Of(new ClinicRows().Clinic(), "nobody");
        Assert.Null(empty.Satisfaction);
        Assert.Empty(empty.Skins);
    }
}
