using SmpInsights.Outcomes.Covariates;

namespace SmpInsights.Outcomes.Techniques;

/// <summary>One practitioner against all others of a clinic together, who stay without a name.</summary>
public static class OwnOrRest
{
    /// <summary>The group of the practitioner's own clients.</summary>
    public const string Own = "own";

    /// <summary>The group of everyone else's, the reference.</summary>
    public const string Rest = "rest";

    /// <summary>Fewest others, each with clients enough to be printed: the rest of one would be a colleague by another name.</summary>
    public const int MinimumColleagues = 2;

    /// <param name="practitioner">An id.</param>
    public static Covariate Of(string practitioner)
    {
        string Side(string id) => string.Equals(id, practitioner, StringComparison.Ordinal) ? Own : Rest;
        return new Covariate("practitioner", Rest, courses => c => Side(Covariate.Practitioner.Levels(courses)(c)!))
        {
            LaterLevels = courses => (c, epoch) => Side(Covariate.Practitioner.LaterLevels!(courses)(c, epoch)!),
            Clinics = ClinicRole.Boundary,
        };
    }
}
