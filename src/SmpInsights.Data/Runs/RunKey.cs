namespace SmpInsights.Data.Runs;

/// <summary>Which report, for whom and when: practitioner is empty where the report is the clinic's; the period is a month, <c>yyyy-MM</c>.</summary>
public sealed record RunKey(string Report, string Clinic, string Practitioner, string Period)
{
    /// <summary>Clinic and, where there is one, practitioner: <c>C0001</c>, <c>C0001/P00007</c>.</summary>
    public string Whom => Practitioner.Length == 0 ? Clinic : Clinic + "/" + Practitioner;
}
