using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SmpInsights.EndToEnd.Tests.Workers;

/// <summary>Small clinics of one practitioner and eight clients each, as CSV files, and definitions that owe every closed month from its end on.</summary>
public static partial class ManyClinics
{
    private const int Clients = 8;
    private const int MonthsOfRows = 9;

    /// <summary>Reports a clinic, or its practitioner, gets each month.</summary>
    public const int ReportsOfAClinic = 3;

    public static void Define(string dataFolder, int catchUpMonths)
    {
        var folder = Directory.CreateDirectory(Path.Combine(dataFolder, "definitions")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "reports"), "*.json").Where(f => !f.EndsWith(".schema.json", StringComparison.Ordinal)))
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(file)), Schedule().Replace(File.ReadAllText(file), string.Create(CultureInfo.InvariantCulture, $"\"schedule\": {{ \"cron\": \"0 0 1 * *\", \"catchUpMonths\": {catchUpMonths} }}")));
    }

    /// <param name="folder">Where the files go.</param>
    /// <param name="clinics">How many.</param>
    /// <param name="lastMonth">The last month with rows.</param>
    public static void Write(string folder, int clinics, DateOnly lastMonth)
    {
        Directory.CreateDirectory(folder);
        var first = lastMonth.AddMonths(1 - MonthsOfRows);
        var ids = Enumerable.Range(1, clinics).ToList();
        void Csv(string name, string header, IEnumerable<string> rows) => File.WriteAllLines(Path.Combine(folder, name + ".csv"), rows.Prepend(header), new UTF8Encoding(false));
        Csv("clinics", "clinic_id,name,time_zone,currency", ids.Select(c => FormattableString.Invariant($"C{c:00},Clinic {c},Europe/London,GBP")));
        Csv("practitioners", "practitioner_id,clinic_id,name", ids.Select(c => FormattableString.Invariant($"P{c:00},C{c:00},Practitioner {c}")));
        Csv("techniques", "technique_id,name", ["hairline,Hairline", "density,Density fill"]);
        var all = ids.SelectMany(c => Enumerable.Range(1, Clients).Select(k => (Clinic: c, Client: k, Id: FormattableString.Invariant($"{c:00}-{k}"), Start: first.AddMonths(k % 5).AddDays((c + k) % 20)))).ToList();
        Csv("clients", "client_id,clinic_id,sex", all.Select(x => FormattableString.Invariant($"K{x.Id},C{x.Clinic:00},M")));
        Csv("treatments", "treatment_id,client_id,practitioner_id,technique_id,started_on,completed_on", all.Select(x => FormattableString.Invariant($"T{x.Id},K{x.Id},P{x.Clinic:00},{(x.Client % 2 == 0 ? "hairline" : "density")},{Day(x.Start)},{Day(x.Start.AddDays(30))}")));
        Csv("sessions", "session_id,treatment_id,session_no,performed_on,practitioner_id,status", all.SelectMany(x => new[] { 0, 30 }.Select((d, i) => FormattableString.Invariant($"S{x.Id}-{i},T{x.Id},{i + 1},{Day(x.Start.AddDays(d))},P{x.Clinic:00},completed"))));
        Csv("assessments", "assessment_id,treatment_id,assessed_on,method,contrast", all.SelectMany(x => new[] { 60, 90 }.Select((d, i) => FormattableString.Invariant($"A{x.Id}-{i},T{x.Id},{Day(x.Start.AddDays(d))},colorimetry,{20 - i}"))));
        Csv("surveys", "survey_id,treatment_id,sent_on,responded_on,satisfaction", all.Select(x => FormattableString.Invariant($"Q{x.Id},T{x.Id},{Day(x.Start.AddDays(40))},{Day(x.Start.AddDays(42))},{3 + (x.Client % 3)}")));
        Csv("payments", "payment_id,clinic_id,treatment_id,kind,paid_on,amount,tax,currency", all.Select(x => FormattableString.Invariant($"Y{x.Id},C{x.Clinic:00},T{x.Id},session,{Day(x.Start)},500.00,83.33,GBP")));
    }

    /// <summary>One payment of each clinic that comes late: reports of its month and of all after it are no longer what the rows say.</summary>
    public static void WriteLate(string folder, int clinics, DateOnly month, int round)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, "payments.csv"), Enumerable.Range(1, clinics).Select(c => FormattableString.Invariant($"L{round}-{c:00},C{c:00},,product,{Day(month.AddDays(14))},{10 + round}.00,0.00,GBP")).Prepend("payment_id,clinic_id,treatment_id,kind,paid_on,amount,tax,currency"));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex("\"schedule\": \\{[^}]*\\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Schedule();
}
