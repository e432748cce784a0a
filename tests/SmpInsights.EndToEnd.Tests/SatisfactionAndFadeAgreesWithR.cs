using System.Text.Json.Nodes;

namespace SmpInsights.EndToEnd.Tests;

/// <summary>The whole way from surveys and readings to the odds ratio, against R on the reference clinic.</summary>
public sealed class SatisfactionAndFadeAgreesWithR
{
    /*
     * R, after tests/reference/reference.R has run on clinic-a as of 2026-06-30 (its sv, tr, tu, first, lm1):
     *   f <- lm1("t", first)$f; b <- fixef(f); own <- b[1] + ranef(f)$unit[, "(Intercept)"] + the unit's method's coefficient (0 for colorimetry)
     *   q <- sv[sv$back & !is.na(sv$satisfaction), ]; on <- as.Date(q$responded_on); those with completed_on <= on <= first touch-up day and end of follow-up
     *   d <- abs(assessed_on - on) of the treatment's rows of first; the row k with the smallest d (then date) where d <= 90; x <- 10 * exp(y[k] - own)
     *   m <- MASS::polr(factor(q$satisfaction) ~ x, Hess = TRUE, control = list(reltol = 1e-16, maxit = 1000)); coef(m); sqrt(vcov(m)[1, 1])
     *   and for the error by client V crossprod(rowsum(score, client)) V
     * The tolerance is that of the mixed model, whose predictions are the covariate.
     */
    [Fact]
    public void The_odds_ratio_of_the_reference_clinic()
    {
        using var folder = new EmptyFolder();
        SmpProcess.Run(folder.Path, "import", Repository.Reference("clinic-a"));
        var metrics = SmpProcess.Run(folder.Path, "metrics", "--as-of", "2026-06-30", "--json");
        Assert.True(metrics.ExitCode == 0, metrics.Errors);
        var odds = JsonNode.Parse(metrics.Output)!["satisfaction_and_fade"]!.AsObject();
        Assert.Equal(264, odds["answers"]!.GetValue<int>());
        Assert.Equal(264, odds["clients"]!.GetValue<int>());
        Near("coef", 0.2733302578679121);
        Near("std_error", 0.2930745523428344);
        Near("std_error_by_client", 0.2852540810755282);
        Near("odds_ratio", 1.3143342423798532);
        Near("lower", 0.7400146397680737);
        Near("upper", 2.3343788188212420);
        Near("p", 0.3510107949232061);

        var text = SmpProcess.Run(folder.Path, "metrics", "--as-of", "2026-06-30").Output;
        Assert.Contains("For each 10 percentage points more contrast kept the odds of being a grade better satisfied are 1.31 times as high (0.74 to 2.33; p 0.351; 264 answers of 264 clients before any touch-up).", text, StringComparison.Ordinal);

        void Near(string key, double expected) => Assert.Equal(expected, odds[key]!.GetValue<double>(), 1e-4 * expected);
    }

    [Fact]
    public void Before_there_is_enough_it_says_how_much_there_is()
    {
        using var folder = new EmptyFolder();
        SmpProcess.Run(folder.Path, "import", Repository.Reference("clinic-a"));
        Assert.Contains("not enough data yet: 0 of 10 answers", SmpProcess.Run(folder.Path, "metrics", "--as-of", "2020-09-30").Output, StringComparison.Ordinal);
        Assert.Null(JsonNode.Parse(SmpProcess.Run(folder.Path, "metrics", "--as-of", "2020-09-30", "--json").Output)!["satisfaction_and_fade"]);
    }
}
