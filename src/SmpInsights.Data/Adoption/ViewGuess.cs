using SmpInsights.Data.Import;

namespace SmpInsights.Data.Adoption;

/// <summary>Which of the clinic's own tables a table of the contract may be, by their names; a person confirms it.</summary>
internal sealed class ViewGuess
{
    /// <summary>What other systems call our tables.</summary>
    private static readonly Dictionary<string, string[]> Names = new(StringComparer.Ordinal)
    {
        ["clinics"] = ["clinic", "location", "branch", "studio", "site"],
        ["practitioners"] = ["practitioner", "staff", "employee", "artist", "technician", "provider", "therapist"],
        ["clients"] = ["client", "customer", "patient"],
        ["techniques"] = ["technique", "service", "procedure type", "treatment type"],
        ["pigments"] = ["pigment", "ink", "colour", "color"],
        ["treatments"] = ["treatment", "procedure", "course", "case"],
        ["sessions"] = ["session", "appointment", "visit", "booking"],
        ["touch_ups"] = ["touch up", "retouch", "top up"],
        ["assessments"] = ["assessment", "measurement", "reading"],
        ["surveys"] = ["survey", "feedback", "review", "questionnaire"],
        ["aftercare_checks"] = ["aftercare check", "aftercare", "follow up"],
        ["adverse_events"] = ["adverse event", "incident", "complication"],
        ["payments"] = ["payment", "transaction", "receipt", "invoice"],
    };

    /// <summary>What other systems call our columns.</summary>
    private static readonly Dictionary<string, string[]> Columns = new(StringComparer.Ordinal)
    {
        ["started_on"] = ["start date", "started", "started at", "first session on"],
        ["completed_on"] = ["completion date", "completed", "completed at", "finished on", "end date"],
        ["performed_on"] = ["session date", "appointment date", "visit date", "performed", "performed at", "date"],
        ["session_no"] = ["session number", "visit no", "visit number"],
        ["assessed_on"] = ["assessment date", "measured on", "measured at", "date"],
        ["paid_on"] = ["payment date", "paid", "paid at", "date"],
        ["sent_on"] = ["sent", "sent at", "sent date"],
        ["responded_on"] = ["responded", "responded at", "answered on", "answered at"],
        ["occurred_on"] = ["occurred", "occurred at", "event date", "date"],
        ["checked_on"] = ["check date", "checked at", "date"],
        ["duration_min"] = ["duration", "duration minutes", "minutes"],
        ["status"] = ["state"],
        ["method"] = ["payment method"],
        ["tax"] = ["vat", "tax amount"],
        ["amount"] = ["total", "gross", "amount incl tax"],
        ["name"] = ["title", "display name"],
        ["practitioner_id"] = ["staff id", "employee id", "artist id", "technician id", "provider id"],
        ["client_id"] = ["customer id", "patient id"],
        ["clinic_id"] = ["location id", "branch id", "studio id", "site id"],
        ["technique_id"] = ["service id", "procedure type id", "treatment type id"],
        ["treatment_id"] = ["procedure id", "course id", "case id"],
        [SourceView.ChangedAt] = ["modified at", "modified", "modified on", "updated at", "updated on", "last modified", "last updated", "changed"],
    };

    private readonly ContractTable table;

    private ViewGuess(ContractTable table, SourceTable found)
    {
        this.table = table;
        Found = found;
    }

    public SourceTable Found { get; }

    /// <returns>Null where no table's name fits.</returns>
    public static ViewGuess? Of(ContractTable table, IEnumerable<SourceTable> tables) => tables
        .Where(t => !NameKey.Of(t.FullName).StartsWith(NameKey.Of(ClinicSource.Schema), StringComparison.Ordinal))
        .Select(t => (Table: t, Rank: Rank(table, t.Name)))
        .Where(t => t.Rank >= 0)
        .OrderBy(t => t.Rank).ThenBy(t => t.Table.FullName, StringComparer.Ordinal)
        .Select(t => new ViewGuess(table, t.Table)).FirstOrDefault();

    /// <returns>The clinic's own column for a column of the contract, or for the one that says what changed; null where no name fits.</returns>
    public SourceColumn? Column(string column)
    {
        List<string> names = [column, .. Columns.GetValueOrDefault(column, [])];
        if (string.Equals(column, table.Id.Name, StringComparison.Ordinal))
        {
            names.AddRange([Found.Name + "_id", Single(NameKey.Of(Found.Name)) + "id", "id"]);
        }

        return names.Select(name => Found.Columns.FirstOrDefault(c => NameKey.Same(c.Name, name))).FirstOrDefault(c => c is not null);
    }

    private static int Rank(ContractTable table, string name)
    {
        var key = Single(NameKey.Of(name));
        return Array.FindIndex(Names[table.Name], n => string.Equals(Single(NameKey.Of(n)), key, StringComparison.Ordinal));
    }

    private static string Single(string key) => key.EndsWith("ies", StringComparison.Ordinal) ? key[..^3] + "y"
        : key.EndsWith("ches", StringComparison.Ordinal) ? key[..^2]
        : key.EndsWith('s') && !key.EndsWith("ss", StringComparison.Ordinal) ? key[..^1] : key;
}
