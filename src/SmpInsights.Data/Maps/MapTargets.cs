using SmpInsights.Data.Import;

namespace SmpInsights.Data.Maps;

/// <summary>What a map can fill: every table of the data contract, and two of which tables are made by rules (<see cref="AppointmentCourses"/>, <see cref="SalePayments"/>).</summary>
public static class MapTargets
{
    public const string Appointments = "appointments";
    public const string Sales = "sales";

    /// <summary>Tables that hold no clients; in them a column called Name is no client's.</summary>
    private static readonly string[] WithoutClients = ["clinics", "practitioners", "techniques", "pigments"];

    private static readonly Dictionary<string, IReadOnlyList<MapTarget>> ByTable = new(StringComparer.Ordinal)
    {
        [Appointments] =
        [
            new("appointment_id", MapTargetKind.Id, Required: true), new("client_id", MapTargetKind.Id, Required: true), new("practitioner", MapTargetKind.Text),
            new("service", MapTargetKind.Text, Required: true), new("starts_at", MapTargetKind.Moment, Required: true), new("ends_at", MapTargetKind.Moment),
            new("duration_min", MapTargetKind.Minutes), new("status", MapTargetKind.Text), new("booked_on", MapTargetKind.Date), new("price", MapTargetKind.Money),
            new("paid", MapTargetKind.Text), new("paid_amount", MapTargetKind.Money), new("prepaid", MapTargetKind.Text),
        ],
        [Sales] =
        [
            new("transaction_id", MapTargetKind.Id), new("paid_on", MapTargetKind.Date, Required: true), new("time", MapTargetKind.Text), new("item", MapTargetKind.Text, Required: true),
            new("variation", MapTargetKind.Text), new("category", MapTargetKind.Text), new("item_type", MapTargetKind.Text), new("event", MapTargetKind.Text), new("quantity", MapTargetKind.Text),
            new("net", MapTargetKind.Money, Required: true), new("tax", MapTargetKind.Money), new("method", MapTargetKind.Text),
        ],
    };

    static MapTargets()
    {
        foreach (var table in Contract.Tables)
        {
            ByTable.Add(table.Name, [.. table.Columns.Select(c => new MapTarget(c.Name, Kind(c), c.Required))]);
        }
    }

    public static IReadOnlyCollection<string> Tables => ByTable.Keys;

    public static IReadOnlyList<MapTarget> Of(string table) => ByTable[table];

    public static bool HoldsClients(string table) => !WithoutClients.Contains(table, StringComparer.Ordinal);

    /// <summary>The contract's codes of a column; empty where it has none.</summary>
    public static IReadOnlyList<string> Codes(string table, string column) => (table, column) switch
    {
        (Appointments, "status") => AppointmentStatus.All,
        (Appointments, "paid") => ["yes", "no"],
        (Sales, "event") => SaleEvent.All,
        (Sales, "item_type") => SaleEvent.ItemTypes,
        (Appointments or Sales, _) => [],
        _ => Contract.Tables.First(t => string.Equals(t.Name, table, StringComparison.Ordinal)).Columns.First(c => string.Equals(c.Name, column, StringComparison.Ordinal)) is { Kind: CellKind.Code } code ? code.Codes : [],
    };

    private static MapTargetKind Kind(ContractColumn column) => column.Kind switch
    {
        CellKind.Id => MapTargetKind.Id,
        CellKind.Date => MapTargetKind.Date,
        CellKind.Money => MapTargetKind.Money,
        CellKind.Real or CellKind.PositiveReal => MapTargetKind.Number,
        _ when string.Equals(column.Name, "duration_min", StringComparison.Ordinal) => MapTargetKind.Minutes,
        _ => MapTargetKind.Text,
    };
}
