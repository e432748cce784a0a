using System.Globalization;
using System.Text.Json;
using SmpInsights.Statistics.Survival;

namespace SmpInsights.Statistics.Tests.Survival;

/// <summary>227 patients of Loprinzi et al. 1994, as laid out in the reference folder; expectations of R's survival from lung.json.</summary>
public class LungTests
{
    private static readonly JsonElement Expected = JsonDocument.Parse(ReferenceFiles.Text("lung.json")).RootElement;
    private readonly double[] years;
    private readonly bool[] died;
    private readonly int[] sex;
    private readonly int[] institution;

    public LungTests()
    {
        List<Dictionary<string, string>> patients = ReferenceFiles.Table("lung/treatments.csv");
        var deaths = ReferenceFiles.Table("lung/touch_ups.csv").ToDictionary(row => row["treatment_id"], row => row["performed_on"], StringComparer.Ordinal);
        years = new double[patients.Count];
        died = new bool[patients.Count];
        for (int i = 0; i < years.Length; i++)
        {
            died[i] = deaths.TryGetValue(patients[i]["treatment_id"], out string? end);
            years[i] = (Date(end ?? patients[i]["follow_up_ended_on"]).DayNumber - Date(patients[i]["completed_on"]).DayNumber) / 365.25;
        }
        sex = patients.Select(row => row["technique_id"] is "male" ? 0 : 1).ToArray();
        institution = patients.Select(row => int.Parse(row["practitioner_id"].AsSpan(3), CultureInfo.InvariantCulture)).ToArray();
    }

    [Theory]
    [InlineData("all")]
    [InlineData("male")]
    [InlineData("female")]
    public void Curve_median_and_restricted_mean_agree_with_R(string group)
    {
        int[] chosen = Enumerable.Range(0, years.Length).Where(i => group is "all" || sex[i] == (group is "male" ? 0 : 1)).ToArray();
        SurvivalCurve curve = KaplanMeier.Fit(chosen.Select(i => years[i]).ToArray(), chosen.Select(i => died[i]).ToArray());
        JsonElement expected = Expected.GetProperty("time_to_touch_up").GetProperty(group);

        Near.Equal(expected.GetProperty("n").GetInt32(), curve.Subjects);
        Near.Equal(expected.GetProperty("events").GetInt32(), curve.Events);
        Near.Equal(Number(expected, "person_years"), curve.PersonTime);
        Near.Equal(Number(expected, "median"), curve.Median.Value);
        Near.Equal(Number(expected, "median_lower"), curve.Median.Lower);
        Near.Equal(Number(expected, "median_upper"), curve.Median.Upper);
        foreach (JsonElement row in expected.GetProperty("survival").EnumerateArray())
        {
            SurvivalPoint point = curve.At(row.GetProperty("years").GetDouble());
            Near.Equal(Number(row, "survival"), point.Survival);
            Near.Equal(Number(row, "std_error"), point.StandardError);
            Near.Equal(Number(row, "lower"), point.Lower);
            Near.Equal(Number(row, "upper"), point.Upper);
            Assert.Equal(row.GetProperty("at_risk").GetInt32(), point.AtRisk);
        }
        // The horizon lies beyond the last time.
        Assert.True(curve.Times[^1] < 3);
        Near.Equal(Number(expected, "rmst_3y"), curve.RestrictedMean(3).Value);
        Near.Equal(Number(expected, "rmst_3y_std_error"), curve.RestrictedMean(3).StandardError);
    }

    [Fact]
    public void Log_rank_tests_agree_with_R()
    {
        JsonElement plain = Expected.GetProperty("log_rank");
        JsonElement stratified = plain.GetProperty("stratified_by_clinic");
        LogRankResult test = LogRank.Test(years, died, sex)!;
        Near.Equal(Number(plain, "chi_squared"), test.ChiSquared);
        Near.Equal(Number(plain, "p"), test.P);
        test = LogRank.Test(years, died, sex, institution)!;
        Near.Equal(Number(stratified, "chi_squared"), test.ChiSquared);
        Near.Equal(Number(stratified, "p"), test.P);
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static double? Number(JsonElement parent, string name) =>
        parent.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
}
