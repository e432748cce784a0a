namespace SmpInsights.Outcomes.Covariates;

/// <summary>How clinics enter when the groups of a covariate are compared.</summary>
public enum ClinicRole
{
    /// <summary>Groups are compared across clinics; where a comparison can be stratified, each clinic is a stratum.</summary>
    Stratum,

    /// <summary>Groups are compared within a clinic only.</summary>
    Boundary,

    /// <summary>The clinics are the groups: there are no strata.</summary>
    Group,
}
