namespace SmpInsights.Outcomes.Input;

/// <summary>
/// The rows of one or more clinics, in columns: one array a column, the same index a row. Every table is sorted by its id, ordinally;
/// a reference to another table is the row's index there, <see cref="None"/> where it is empty. Text outside the id columns is never parsed.
/// </summary>
public sealed record ClinicData
{
    /// <summary>The index that stands for "no such row" in a reference column.</summary>
    public const int None = -1;

    /// <summary>Clinics, at least one in a report.</summary>
    public required ClinicColumns Clinics { get; init; }

    /// <summary>Practitioners of those clinics.</summary>
    public required PractitionerColumns Practitioners { get; init; }

    /// <summary>Clients of those clinics.</summary>
    public required ClientColumns Clients { get; init; }

    /// <summary>All techniques.</summary>
    public required TechniqueColumns Techniques { get; init; }

    /// <summary>All pigments.</summary>
    public required PigmentColumns Pigments { get; init; }

    /// <summary>Treatments of those clients.</summary>
    public required TreatmentColumns Treatments { get; init; }

    /// <summary>Sessions of those treatments.</summary>
    public required SessionColumns Sessions { get; init; }

    /// <summary>Touch-ups of those treatments.</summary>
    public required TouchUpColumns TouchUps { get; init; }

    /// <summary>Contrast readings of those treatments.</summary>
    public required AssessmentColumns Assessments { get; init; }

    /// <summary>Surveys of those treatments.</summary>
    public required SurveyColumns Surveys { get; init; }

    /// <summary>Aftercare checks of those treatments.</summary>
    public required AftercareCheckColumns AftercareChecks { get; init; }

    /// <summary>Adverse events of those treatments.</summary>
    public required AdverseEventColumns AdverseEvents { get; init; }

    /// <summary>Payments of those clinics.</summary>
    public required PaymentColumns Payments { get; init; }
}

/// <summary>Table clinics.</summary>
public sealed record ClinicColumns(string[] Id, string[] Name, string[] TimeZone, string[] Currency)
{
    public int Count => Id.Length;
}

/// <summary>Table practitioners.</summary>
public sealed record PractitionerColumns(string[] Id, int[] Clinic, string[] Name)
{
    public int Count => Id.Length;
}

/// <summary>Table clients; null where unknown.</summary>
public sealed record ClientColumns(string[] Id, int[] Clinic, int?[] BirthYear, string?[] Sex, string?[] SkinType, string?[] SkinOiliness, string?[] SunExposure, bool?[] UsesSunscreen, bool?[] Smoker)
{
    public int Count => Id.Length;
}

/// <summary>Table techniques.</summary>
public sealed record TechniqueColumns(string[] Id, string[] Name)
{
    public int Count => Id.Length;
}

/// <summary>Table pigments.</summary>
public sealed record PigmentColumns(string[] Id, string[] Brand, string[] Shade)
{
    public int Count => Id.Length;
}

/// <summary>Table treatments.</summary>
public sealed record TreatmentColumns(string[] Id, int[] Client, int[] Practitioner, int[] Technique, DateOnly[] StartedOn, DateOnly?[] CompletedOn, DateOnly?[] FollowUpEndedOn, EndReason?[] EndReason)
{
    public int Count => Id.Length;
}

/// <summary>Table sessions; Pigment is <see cref="ClinicData.None"/> where unknown.</summary>
public sealed record SessionColumns(string[] Id, int[] Treatment, int[] SessionNo, DateOnly[] PerformedOn, int[] Practitioner, int[] Pigment, SessionStatus[] Status, int?[] DurationMinutes)
{
    public int Count => Id.Length;
}

/// <summary>Table touch_ups.</summary>
public sealed record TouchUpColumns(string[] Id, int[] Treatment, DateOnly[] PerformedOn, int[] Practitioner, TouchUpReason[] Reason, int[] Pigment, bool?[] UnderWarranty)
{
    public int Count => Id.Length;
}

/// <summary>Table assessments; Contrast is above 0, its unit that of its method.</summary>
public sealed record AssessmentColumns(string[] Id, int[] Treatment, DateOnly[] AssessedOn, AssessmentMethod[] Method, double[] Contrast)
{
    public int Count => Id.Length;
}

/// <summary>Table surveys; answers are null where the client gave none.</summary>
public sealed record SurveyColumns(string[] Id, int[] Treatment, DateOnly[] SentOn, DateOnly?[] RespondedOn, int?[] Satisfaction, int?[] Recommend, int?[] NaturalLook, int?[] ExpectationMet)
{
    public int Count => Id.Length;
}

/// <summary>Table aftercare_checks; null where not asked.</summary>
public sealed record AftercareCheckColumns(string[] Id, int[] Treatment, DateOnly[] CheckedOn, bool?[] AvoidedSwimming, bool?[] AvoidedSteam, bool?[] AvoidedExercise, bool?[] UsesSunscreen, bool?[] Moisturises)
{
    public int Count => Id.Length;
}

/// <summary>Table adverse_events.</summary>
public sealed record AdverseEventColumns(string[] Id, int[] Treatment, DateOnly[] OccurredOn, AdverseEventKind[] Kind, Severity[] Severity, DateOnly?[] ResolvedOn)
{
    public int Count => Id.Length;
}

/// <summary>Table payments; Treatment and TouchUp are <see cref="ClinicData.None"/> where empty. Amount includes Tax; both in Currency.</summary>
public sealed record PaymentColumns(string[] Id, int[] Clinic, int[] Treatment, int[] TouchUp, PaymentKind[] Kind, DateOnly[] PaidOn, decimal[] Amount, decimal[] Tax, string[] Currency, string?[] Method)
{
    public int Count => Id.Length;
}
