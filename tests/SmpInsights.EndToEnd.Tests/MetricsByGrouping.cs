using System.Text.Json.Nodes;

namespace SmpInsights.EndToEnd.Tests;

/// <summary><c>metrics --by</c>, and what it prints beside the reference's keys, on the reference clinics.</summary>
public sealed class MetricsByGrouping : IDisposable
{
    private readonly EmptyFolder _folder = new();

    public MetricsByGrouping() => Assert.Equal(0, SmpProcess.Run(_folder.Path, "import", Repository.Reference("clinic-a")).ExitCode);

    public void Dispose() => _folder.Dispose();

    // tests/reference/by.R: survdiff, coxph, cox.zph, survreg, lmer, kruskal.test and wilcox.test with the group in the place of the technique; lmer and coxph adjusted for technique, sun_exposure and skin_oiliness
    [Theory]
    [InlineData("skin-type", null, 440)]
    [InlineData("pigment", null, 270)]
    [InlineData("clinic", null, 210)]
    [InlineData("practitioner", "C0002", 180)]
    public void Every_comparison_agrees_with_R(string by, string? within, int atLeast)
    {
        var printed = Metrics("--by", by);
        Assert.Equal(by, printed["by"]!.GetValue<string>());
        var expected = JsonNode.Parse(File.ReadAllText(Repository.Reference($"clinic-a.by-{by}{(within is null ? string.Empty : "-" + within)}.json")))!.AsObject();
        if (within is not null)
        {
            Assert.Equal(["C0001", "C0002", "C0003"], printed["within_clinic"]!.AsObject().Select(c => c.Key));
            foreach (var comparison in new[] { "log_rank", "cox", "weibull", "kruskal_wallis", "mann_whitney" })
                Assert.False(printed.ContainsKey(comparison), comparison);
            Assert.False(printed["fade"]!.AsObject().ContainsKey("adjusted"));
            var clinic = printed["within_clinic"]![within]!.AsObject();
            foreach (var (id, _) in expected["fade"]!.AsObject().Where(g => !string.Equals(g.Key, "adjusted", StringComparison.Ordinal)))
                clinic["fade"]![id] = printed["fade"]![id]!.DeepClone();
            expected.Remove("satisfaction"); // a practitioner's, whatever the clinic
            printed = clinic;
        }

        var differences = new List<string>();
        var compared = ReferenceComparison.Compare(expected, printed, differences, extraKeys: true);
        Assert.Empty(differences);
        Assert.InRange(compared, atLeast, 2 * atLeast);
    }

    [Fact]
    public void Clinics_and_practitioners_have_no_strata()
    {
        Assert.False(Metrics("--by", "clinic")["log_rank"]!.AsObject().ContainsKey("stratified_by_clinic"));
        foreach (var (_, clinic) in Metrics("--by", "practitioner")["within_clinic"]!.AsObject())
            Assert.False(clinic!["log_rank"]!.AsObject().ContainsKey("stratified_by_clinic"));
    }

    [Fact]
    public void Practitioners_are_compared_alike_whether_their_clinic_is_read_alone_or_with_others() =>
        Assert.Equal(Metrics("--by", "practitioner")["within_clinic"]!["C0003"]!.ToJsonString(), Metrics("--by", "practitioner", "--clinic", "C0003")["within_clinic"]!["C0003"]!.ToJsonString());

    [Fact]
    public void A_group_of_a_reserved_name_is_told_apart_and_nothing_else_changes()
    {
        var plain = Metrics("--by", "pigment")["fade"]!.AsObject();
        using var other = new EmptyFolder();
        foreach (var file in Directory.GetFiles(Repository.Reference("clinic-a")))
            File.Copy(file, other.In(Path.GetFileName(file)));
        File.WriteAllText(other.In("pigments.csv"), File.ReadAllText(other.In("pigments.csv")).Replace(",Noir,", ",all,", StringComparison.Ordinal).Replace(",Carbonis,", ",trust,", StringComparison.Ordinal));
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "import", other.Path).ExitCode);
        var clashing = Metrics("--by", "pigment")["fade"]!.AsObject();
        Assert.Equal(plain["Noir"]!.ToJsonString(), clashing["pigment_brand=all"]!.ToJsonString());
        Assert.Equal(plain["Carbonis"]!.ToJsonString(), clashing["pigment_brand=trust"]!.ToJsonString());
        Assert.Equal(plain["all"]!.ToJsonString(), clashing["all"]!.ToJsonString());
        Assert.Equal(plain["trust"]!.ToJsonString(), clashing["trust"]!.ToJsonString());
    }

    // f <- lmer(y ~ method + t + (t | unit)): sum(abs(residuals(f)) > 3 * sigma(f)) and coef(f)$unit["T0000002", "t"]; with I(t^2) its estimate, error and 2 * pt(-abs(their ratio), 484)
    [Fact]
    public void Trust_and_each_clients_own_fade_are_printed()
    {
        var fade = Metrics("--clients")["fade"]!.AsObject();
        var trust = fade["trust"]!;
        Assert.Equal((1550, 0), (trust["readings"]!.GetValue<int>(), trust["beyond_3_sigma"]!.GetValue<int>()));
        Assert.Equal(0.0118656607461, trust["curvature"]!["coefficient"]!.GetValue<double>(), 1e-6);
        Assert.Equal(0.00228282227654, trust["curvature"]!["std_error"]!.GetValue<double>(), 1e-7);
        Assert.Equal(2.97940119508e-07, trust["curvature"]!["p"]!.GetValue<double>(), 1e-9);
        Assert.Equal(172.0 / 211, trust["share_read_before_touch_up"]!.GetValue<double>(), 1e-12);
        Assert.False(trust["probably_understated"]!.GetValue<bool>());

        var clients = fade["clients"]!.AsArray();
        Assert.Equal(fade["all"]!["units"]!.GetValue<int>() + fade["after_first_touch_up"]!["units"]!.GetValue<int>(), clients.Count);
        var first = clients[0]!;
        Assert.Equal(("CL0000002", "T0000002", 0, "2022-12-28", "2026-05-28"), (first["client_id"]!.GetValue<string>(), first["treatment_id"]!.GetValue<string>(), first["epoch"]!.GetValue<int>(), first["started_on"]!.GetValue<string>(), first["ended_on"]!.GetValue<string>()));
        Assert.Equal(-0.152549780682, first["slope"]!.GetValue<double>(), 1e-7);
        Assert.Equal("2026-06-02", first["crosses_on"]!.GetValue<string>()); // 28 days after completion and log(0.6) / slope * 365.25 = 1223.1 days
        Assert.Contains(clients, c => c!["ended_on"] is null);
        Assert.False(Metrics()["fade"]!.AsObject().ContainsKey("clients"));
    }

    // R: tapply(n > 1, tr$practitioner_id, ...) of the treatments whose 28th day is not beyond the first touch-up, the end of follow-up and the as-of date
    [Fact]
    public void Reading_coverage_is_by_practitioner_whatever_the_grouping()
    {
        var coverage = Metrics("--by", "clinic")["reading_coverage"]!.AsObject();
        Assert.Equal("588/485 40/35 48/34", string.Join(' ', new[] { "all", "P00003", "P00011" }.Select(k => $"{coverage[k]!["epochs"]}/{coverage[k]!["covered"]}")));
        Assert.Equal(13, coverage.Count);
    }

    [Theory]
    [InlineData("pigment", "pigment brand  ", "between pigment brands:")]
    [InlineData("practitioner", "practitioner  ", "between practitioners of clinic C0002:")]
    [InlineData("skin-type", "skin type  ", "between skin types:")]
    [InlineData("clinic", "clinic  ", "between clinics:")]
    public void Tables_say_the_grouping(string by, string header, string comparison)
    {
        var text = SmpProcess.Run(_folder.Path, "metrics", "--as-of", "2026-06-30", "--by", by).Output;
        Assert.True(text.Split('\n').Count(l => l.StartsWith(header, StringComparison.Ordinal)) >= 3, text);
        Assert.Contains(comparison, text, StringComparison.Ordinal);
    }

    private JsonObject Metrics(params string[] options)
    {
        var result = SmpProcess.Run(_folder.Path, ["metrics", "--as-of", "2026-06-30", "--json", .. options]);
        Assert.True(result.ExitCode == 0, result.Errors);
        return JsonNode.Parse(result.Output)!.AsObject();
    }
}
