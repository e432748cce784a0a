using System.Text.Json.Nodes;
using SmpInsights.Data;
using SmpInsights.Data.Deliveries;
using SmpInsights.Data.Reading;
using SmpInsights.Data.Runs;
using SmpInsights.Data.Tests;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Delivery;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Tests.Delivery;

/// <summary>A data folder with one clinic, a report <c>mine</c> that is delivered, and a worker of it.</summary>
public sealed class DeliveryFolder : IDisposable
{
    public static readonly RunKey June = new("mine", "C", string.Empty, "2026-06");

    private readonly SmpDatabase _database;
    private readonly RunLedger _runs;
    private readonly OutcomeReader _reader;

    /// <param name="deliver">The definition's list.</param>
    public DeliveryFolder(params JsonObject[] deliver)
    {
        Folder = new DataFolder(Directory.CreateTempSubdirectory("smp-delivery-").FullName);
        Directory.CreateDirectory(Folder.Definitions);
        Define(deliver);
        _database = SmpDatabase.Open(Folder.Root);
        _reader = new OutcomeReader(_database);
        _runs = new RunLedger(_database, Clock);
        Ledger = new DeliveryLedger(_database, Clock);
        Errors = new ErrorLog(Folder, Clock);
        Sql("INSERT INTO clinics (clinic_id, name, time_zone, currency) VALUES ('C', 'Crown Studio', 'Europe/London', 'GBP')");
    }

    public DataFolder Folder { get; }

    public StoppedClock Clock { get; } = new();

    public DeliveryLedger Ledger { get; }

    public ErrorLog Errors { get; }

    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public static JsonObject Email(params string[] recipients) => new() { ["to"] = "email", ["recipients"] = new JsonArray([.. recipients.Select(r => (JsonNode)r)]) };

    public static JsonObject Copy(string path) => new() { ["to"] = "folder", ["path"] = path };

    public static JsonObject Webhook(string url) => new() { ["to"] = "webhook", ["url"] = url };

    public void Define(params JsonObject[] deliver) => File.WriteAllText(Path.Combine(Folder.Definitions, "mine.json"), new JsonObject
    {
        ["id"] = "mine",
        ["kind"] = "monthly-clinic",
        ["title"] = "The month in short",
        ["audience"] = "owner",
        ["period"] = "month",
        ["scope"] = "clinic",
        ["schedule"] = new JsonObject { ["cron"] = "0 6 2 * *" },
        ["sections"] = new JsonArray("overview", "finance"),
        ["deliver"] = new JsonArray([.. deliver.Select(d => (JsonNode)d)]),
    }.ToJsonString());

    /// <summary>delivery.json for a mail server; everything as the server wants it, but for what is given.</summary>
    public void MailBy(SmtpServer server, string? pin = null, string? password = SmtpServer.Password, string? tls = null) => Settings(new JsonObject
    {
        ["link"] = "https://reports.clinic.example",
        ["smtp"] = new JsonObject
        {
            ["host"] = "127.0.0.1",
            ["port"] = server.Port,
            ["from"] = "reports@clinic.example",
            ["pin"] = pin ?? server.Pin,
            ["tls"] = tls ?? "starttls",
        }.With("user", password is null ? null : SmtpServer.User).With("password", password),
    });

    public void Settings(JsonObject delivery) => File.WriteAllText(Folder.Delivery, delivery.ToJsonString());

    /// <summary>Makes June's report now.</summary>
    public async Task<RunOutcome> MakeAsync()
    {
        var run = new ReportRun(_reader, _runs, DefinitionCatalog.Load(Folder.Definitions), Folder, "1.0", deliveries: Ledger);
        return (await new ReportJob(_runs, run, Errors).RunAsync(_runs.Queue(June).RunId, null, CancellationToken.None))!;
    }

    /// <summary>Changes what the report is made from.</summary>
    public void Change(string clinicName) => Sql($"UPDATE clinics SET name = '{clinicName.Replace("'", "''", StringComparison.Ordinal)}'");

    /// <summary>Another process on the same folder.</summary>
    public ReportDelivery Worker() => new(Ledger, DefinitionCatalog.Load(Folder.Definitions), _reader, Folder, Errors, Clock, Environment.GetValueOrDefault) { Grace = TimeSpan.Zero };

    /// <summary>One worker sends everything that is due.</summary>
    public async Task<IReadOnlyList<DeliveryOutcome>> DeliverAsync(CancellationToken cancellation = default)
    {
        using var worker = Worker();
        var outcomes = new List<DeliveryOutcome>();
        await foreach (var outcome in worker.DrainAsync(cancellation))
            outcomes.Add(outcome);
        return outcomes;
    }

    public DeliveryRow Of(string recipient) => Ledger.List().Single(d => string.Equals(d.Address.Recipient, recipient, StringComparison.Ordinal));

    /// <summary>Everything that is kept of what happened: rows and log.</summary>
    public string Kept() => string.Join('\n', Ledger.List()) + (File.Exists(Folder.ErrorLog) ? File.ReadAllText(Folder.ErrorLog) : string.Empty);

    public void Sql(string statement)
    {
        using var connection = _database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    public void Dispose() => Directory.Delete(Folder.Root, recursive: true);
}

internal static class JsonObjects
{
    /// <summary>With a further field, unless its value is null.</summary>
    public static JsonObject With(this JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
            json[name] = value;
        return json;
    }
}
