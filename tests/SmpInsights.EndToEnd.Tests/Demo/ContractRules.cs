using System.Globalization;

namespace SmpInsights.EndToEnd.Tests.Demo;

/// <summary>The rules of the data contract, written down again from its text, apart from the importer that enforces them.</summary>
internal sealed class ContractRules
{
    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["clinics"] = "clinic_id* name* time_zone* currency*",
        ["practitioners"] = "practitioner_id* clinic_id*>clinics name* started_on:date",
        ["clients"] = "client_id* clinic_id*>clinics birth_year:int sex=F,M,X skin_type=I,II,III,IV,V,VI skin_oiliness=dry,normal,oily sun_exposure=low,moderate,high uses_sunscreen:bool smoker:bool",
        ["techniques"] = "technique_id* name*",
        ["pigments"] = "pigment_id* brand* shade* lot",
        ["treatments"] = "treatment_id* client_id*>clients practitioner_id*>practitioners technique_id*>techniques "
            + "indication=male-pattern,female-pattern,alopecia,thinning,scar,transplant-correction,ageing,medication,other zones started_on*:date completed_on:date "
            + "follow_up_ended_on:date end_reason=moved,withdrew,laser-removal,hair-transplant,deceased,other",
        ["sessions"] = "session_id* treatment_id*>treatments session_no*:int performed_on*:date practitioner_id*>practitioners pigment_id>pigments duration_min:int "
            + "needle depth_mm:number angle_deg:number dots_per_cm2:number status*=completed,cancelled,no-show",
        ["touch_ups"] = "touch_up_id* treatment_id*>treatments performed_on*:date practitioner_id*>practitioners "
            + "reason*=fade,colour-shift,density,hairline-change,correction,other pigment_id>pigments under_warranty:bool",
        ["assessments"] = "assessment_id* treatment_id*>treatments assessed_on*:date method*=colorimetry,photo,visual contrast*:number",
        ["surveys"] = "survey_id* treatment_id*>treatments sent_on*:date responded_on:date satisfaction=1,2,3,4,5 recommend=0,1,2,3,4,5,6,7,8,9,10 natural_look=1,2,3,4,5 expectation_met=1,2,3,4,5",
        ["aftercare_checks"] = "check_id* treatment_id*>treatments checked_on*:date avoided_swimming:bool avoided_steam:bool avoided_exercise:bool uses_sunscreen:bool moisturises:bool",
        ["adverse_events"] = "event_id* treatment_id*>treatments occurred_on*:date kind*=infection,allergic-reaction,pigment-migration,colour-change,scarring,other severity*=mild,moderate,severe resolved_on:date",
        ["payments"] = "payment_id* clinic_id*>clinics treatment_id>treatments touch_up_id>touch_ups kind*=deposit,session,touch-up,product,refund paid_on*:date amount*:number tax*:number currency* method",
    };

    private readonly DemoFolder demo;
    private readonly Dictionary<string, Dictionary<string, Dictionary<string, string>>> rows;
    private readonly List<string> broken = [];

    private ContractRules(DemoFolder demo)
    {
        this.demo = demo;
        rows = demo.Tables.ToDictionary(t => t.Key, t => t.Value.DistinctBy(r => r.Values.First(), StringComparer.Ordinal).ToDictionary(r => r.Values.First(), StringComparer.Ordinal), StringComparer.Ordinal);
    }

    public static IReadOnlyList<string> Broken(DemoFolder demo)
    {
        var rules = new ContractRules(demo);
        Assert.Equal(Columns.Keys.Order(StringComparer.Ordinal), demo.Tables.Keys.Order(StringComparer.Ordinal));
        foreach (var (table, columns) in Columns)
            rules.CheckTable(table, columns.Split(' '));
        rules.CheckTreatments();
        rules.CheckFollowUp();
        rules.CheckPayments();
        return rules.broken;
    }

    private void CheckTable(string table, string[] columns)
    {
        Require(demo[table].Count == rows[table].Count, table, "ids are unique");
        Require(demo[table][0].Keys.SequenceEqual(columns.Select(c => c.Split('*', ':', '=', '>')[0]), StringComparer.Ordinal), table, "has every column");
        foreach (var row in demo[table])
        {
            foreach (var (column, value) in columns.Zip(row.Values))
            {
                if (value.Length == 0)
                    Require(!column.Contains('*', StringComparison.Ordinal), table, column + " is present");
                else
                    CheckValue(table, column, value);
            }
        }
    }

    private void CheckValue(string table, string column, string value)
    {
        if (column.Contains('>', StringComparison.Ordinal))
            Require(rows[column.Split('>')[1]].ContainsKey(value), table, column + " refers to a row, not " + value);
        else if (column.Contains('=', StringComparison.Ordinal))
            Require(column.Split('=')[1].Split(',').Contains(value, StringComparer.Ordinal), table, column + " is not " + value);
        else if (column.EndsWith(":date", StringComparison.Ordinal))
            Require(DemoFolder.Day(value) < demo.Today, table, column + " is before today, not " + value);
        else if (column.EndsWith(":bool", StringComparison.Ordinal))
            Require(value is "true" or "false", table, column + " is not " + value);
        else if (column.EndsWith(":int", StringComparison.Ordinal))
            Require(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0, table, column + " is not " + value);
        else if (column.EndsWith(":number", StringComparison.Ordinal))
            Require(decimal.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _), table, column + " is not " + value);
        else
            Require(value.Length <= 64, table, column + " is short");
    }

    private void CheckTreatments()
    {
        foreach (var t in demo["treatments"])
        {
            Require(!Before(t["completed_on"], t["started_on"]), "treatments", "completed_on is not before started_on");
            Require(!Before(t["follow_up_ended_on"], t["completed_on"]), "treatments", "follow_up_ended_on is not before completed_on");
            Require(t["follow_up_ended_on"].Length > 0 || t["end_reason"].Length == 0, "treatments", "an end_reason has its date");
            Require(t["completed_on"].Length > 0 || t["follow_up_ended_on"].Length == 0, "treatments", "only what is completed is followed up");
            Require(t["zones"].Split(';').All(z => z is "" or "hairline" or "crown" or "sides" or "full"), "treatments", "zones are not " + t["zones"]);
            var clinic = rows["clients"][t["client_id"]]["clinic_id"];
            Require(rows["practitioners"][t["practitioner_id"]]["clinic_id"].Equals(clinic, StringComparison.Ordinal), "treatments", "the practitioner is the clinic's");
            Require(!Before(t["started_on"], rows["practitioners"][t["practitioner_id"]]["started_on"]), "treatments", "the practitioner has started");
        }
    }

    private void CheckFollowUp()
    {
        foreach (var (table, date) in new[] { ("sessions", "performed_on"), ("touch_ups", "performed_on"), ("assessments", "assessed_on"), ("adverse_events", "occurred_on"), ("surveys", "sent_on"), ("aftercare_checks", "checked_on") })
        {
            foreach (var row in demo[table])
            {
                var treatment = rows["treatments"][row["treatment_id"]];
                Require(!Before(row[date], treatment["started_on"]), table, date + " is not before the treatment");
                Require(table is "sessions" or "aftercare_checks" || !Before(treatment["follow_up_ended_on"], row[date]), table, date + " is not after follow-up");
                if (table is "touch_ups")
                    Require(treatment["completed_on"].Length > 0 && Before(treatment["completed_on"], row[date]), table, "comes after completion");
                if (table is "sessions")
                    Require(!Before(treatment["completed_on"], row[date]), table, "none after completion");
            }
        }
        foreach (var a in demo["assessments"])
            Require(DemoFolder.Number(a["contrast"]) > 0, "assessments", "contrast is above 0");
        foreach (var s in demo["surveys"])
        {
            Require(!Before(s["responded_on"], s["sent_on"]), "surveys", "responded_on is not before sent_on");
            Require(s["responded_on"].Length > 0 || s["satisfaction"].Length == 0, "surveys", "an answer has its date");
        }
        foreach (var e in demo["adverse_events"])
            Require(!Before(e["resolved_on"], e["occurred_on"]), "adverse_events", "resolved_on is not before occurred_on");
    }

    private void CheckPayments()
    {
        foreach (var p in demo["payments"])
        {
            var (amount, tax) = (DemoFolder.Number(p["amount"]), DemoFolder.Number(p["tax"]));
            Require(p["currency"].Equals(rows["clinics"][p["clinic_id"]]["currency"], StringComparison.Ordinal), "payments", "currency is the clinic's");
            Require(p["kind"] is "refund" ? amount <= 0 && tax <= 0 : amount >= 0 && tax >= 0, "payments", "amounts have their sign");
            Require(Math.Abs(tax) <= Math.Abs(amount), "payments", "tax is within the amount");
            Require(amount.Scale == (p["currency"] is "JPY" ? 0 : 2) && tax.Scale == amount.Scale, "payments", "amounts end on the smallest coin, not " + p["amount"]);
            if (p["treatment_id"].Length > 0)
                Require(rows["clients"][rows["treatments"][p["treatment_id"]]["client_id"]]["clinic_id"].Equals(p["clinic_id"], StringComparison.Ordinal), "payments", "treatment is the clinic's");
            if (p["touch_up_id"].Length > 0)
                Require(rows["touch_ups"][p["touch_up_id"]]["treatment_id"].Equals(p["treatment_id"], StringComparison.Ordinal), "payments", "touch-up is the treatment's");
        }
    }

    /// <summary>ISO dates in order as text; an empty one is before nothing and after nothing.</summary>
    private static bool Before(string a, string b) => a.Length > 0 && b.Length > 0 && string.CompareOrdinal(a, b) < 0;

    private void Require(bool isMet, string table, string rule)
    {
        if (!isMet)
            broken.Add(table + ": " + rule);
    }
}
