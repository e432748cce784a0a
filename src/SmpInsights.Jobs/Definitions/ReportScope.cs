namespace SmpInsights.Jobs.Definitions;

/// <summary>Whom one run of a report is about.</summary>
public static class ReportScope
{
    /// <summary>One clinic.</summary>
    public const string Clinic = "clinic";

    /// <summary>One practitioner among the clients of one clinic.</summary>
    public const string Practitioner = "practitioner";

    /// <summary>All clinics together; the run's clinic is <see cref="AllClinics"/>.</summary>
    public const string Network = "network";

    /// <summary>What stands for a clinic in a run of <see cref="Network"/> scope.</summary>
    public const string AllClinics = "all";
}
