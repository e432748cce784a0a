using SmpInsights.Data.Import;

namespace SmpInsights.Data.Maps;

/// <summary>What the parts of one import through a map share: the clinic, the rows made so far, what was assumed and what was left out.</summary>
internal sealed class MapWork(ColumnMap map, MapClinic clinic, ClientKey key, StoredRows stored, DateTimeOffset now, Action<Reject> reject)
{
    private readonly Dictionary<string, MappedTable> tables = Contract.Tables.ToDictionary(t => t.Name, t => new MappedTable(t), StringComparer.Ordinal);
    private readonly Dictionary<(string What, string Why), long> leftOut = [];

    public ColumnMap Map { get; } = map;

    public MapClinic Clinic { get; } = clinic;

    public ClientKey Key { get; } = key;

    /// <summary>With which ids begin that the map makes for the clinic; a clinic whose ids are cut short has none to be found by.</summary>
    public string Start => Clinic.Id + "-" + Map.Id + "-";

    public StoredRows Stored { get; } = stored;

    public DateOnly Today => DateOnly.FromDateTime(Now);

    /// <summary>By the clinic's clock.</summary>
    public DateTime Now { get; } = TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(clinic.TimeZone)).DateTime;

    /// <summary>The appointments of the export that were read whole, by the ids of the rows made of them: what else is stored of them is no longer so.</summary>
    public HashSet<string> Told { get; } = new(StringComparer.Ordinal);

    public List<Inference> Inferences { get; } = [];

    public IEnumerable<LeftOutRows> LeftOut => leftOut.Select(l => new LeftOutRows(l.Key.What, l.Key.Why, l.Value)).OrderByDescending(l => l.Count).ThenBy(l => l.What, StringComparer.Ordinal);

    public MappedTable this[string table] => tables[table];

    public long Rejected { get; private set; }

    public void Reject(Reject row)
    {
        Rejected++;
        reject(row);
    }

    public void Reject(string file, long line, MapFault fault) =>
        Reject(new Reject(file, line, fault.Column, fault.Value, fault.Value.Length == 0 && fault.Expected.Length > 0 ? $"expected {fault.Expected}; the value is empty, or not shown because it may be personal" : $"expected {fault.Expected}"));

    public void LeaveOut(string what, string why) => leftOut[(what, why)] = leftOut.GetValueOrDefault((what, why)) + 1;

    public void Infer(string table, string id, string column, string value, string rule) => Inferences.Add(new(table, id, column, value, rule));

    public void AddClinic(bool isInferred)
    {
        this["clinics"].Add("", 0, ("clinic_id", Clinic.Id), ("name", Clinic.Name), ("time_zone", Clinic.TimeZone), ("currency", Clinic.Currency));
        if (isInferred)
        {
            Infer("clinics", Clinic.Id, "clinic_id", $"{Clinic.Name}, {Clinic.TimeZone}, {Clinic.Currency}", InferenceRule.Clinic);
        }
    }

    /// <summary>The client's row, where the clinic does not have it yet: what is stored of a client is left as it is.</summary>
    public void AddClient(string id, bool byNameOnly, string file, long line)
    {
        if (!Stored.Has("clients", id) && this["clients"].Add(file, line, ("client_id", id), ("clinic_id", Clinic.Id)) && byNameOnly)
        {
            Infer("clients", id, "client_id", id, InferenceRule.ClientByName);
        }
    }

    /// <summary>The practitioner of that name: one that is stored, or a new one.</summary>
    public string Practitioner(string name, string file, long line)
    {
        // A calendar may be called by its owner's address.
        name = name.Split('@')[0].Trim();
        var unknown = name.Length == 0;
        name = unknown ? "Unassigned" : name;
        if (Stored.Practitioner(Clinic.Id, name) is { } known)
        {
            return known;
        }

        var id = RowId.Of(Clinic.Id, RowId.Slug(name) is { Length: > 0 } slug ? slug : RowId.Hash(name));
        if (!Stored.Has("practitioners", id) && this["practitioners"].Add(file, line, ("practitioner_id", id), ("clinic_id", Clinic.Id), ("name", name)) && unknown)
        {
            Infer("practitioners", id, "practitioner_id", id, InferenceRule.Unassigned);
        }

        return id;
    }

    public string Technique(string id, string file, long line)
    {
        if (!Stored.Has("techniques", id))
        {
            this["techniques"].Add(file, line, ("technique_id", id), ("name", char.ToUpperInvariant(id[0]) + id[1..].Replace('-', ' ')));
        }

        return id;
    }

    /// <summary>The first rule that fits the service, whole names before words.</summary>
    public ServiceRule? Service(string service) =>
        Map.Services.FirstOrDefault(rule => rule.IsStated && rule.Fits(service)) ?? Map.Services.FirstOrDefault(rule => !rule.IsStated && rule.Fits(service));
}
