using System.Globalization;
using System.Runtime.CompilerServices;
using SmpInsights.Data.Deliveries;
using SmpInsights.Data.Reading;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Runs;
using SmpInsights.Jobs.Settings;
using SmpInsights.Jobs.Telemetry;

namespace SmpInsights.Jobs.Delivery;

/// <summary>
/// Sends what waits in the ledger, one after the other, and is the one place where a delivery's failure is caught: the reason goes into the ledger, the details to the log.
/// Every delivery is sent at least once. It is sent twice only when a worker dies, or loses the database, between sending and saying so; then under the same token.
/// </summary>
/// <param name="ledger">What waits.</param>
/// <param name="definitions">Titles, and where each report goes.</param>
/// <param name="reader">Names of clinics.</param>
/// <param name="folder">Where reports and delivery.json lie.</param>
/// <param name="log">Hears the details of what failed.</param>
/// <param name="clock">For back-off and signatures.</param>
/// <param name="variable">Looks an environment variable up.</param>
public sealed class ReportDelivery(DeliveryLedger ledger, DefinitionCatalog definitions, OutcomeReader reader, DataFolder folder, ErrorLog log, TimeProvider clock, Func<string, string?> variable) : IDisposable
{
    /// <summary>Longest time for one attempt.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>How long a delivery is a worker's without a word. Longer than any attempt, so that no lease has to be extended.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>What an attempt in hand has left when the worker is asked to stop; cut off, it might have come through unseen.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    private readonly string _owner = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Guid.NewGuid():N}");
    private readonly IDeliverySender[] _senders = [new FolderSender(folder), new MailSender(), new WebhookSender(clock)];

    /// <summary>Sends what is due until nothing is; each outcome is given as its attempt ends.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the delivery in hand waits again.</exception>
    public async IAsyncEnumerable<DeliveryOutcome> DrainAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested && ledger.Claim(_owner, Lease) is { } row)
            if (await AttemptAsync(row, cancellation).ConfigureAwait(false) is { } outcome)
                yield return outcome;
    }

    public void Dispose()
    {
        foreach (var sender in _senders.OfType<IDisposable>())
            sender.Dispose();
    }

    /// <summary>Null where the delivery was no longer ours to end.</summary>
    private async Task<DeliveryOutcome?> AttemptAsync(DeliveryRow row, CancellationToken cancellation)
    {
        using var telemetry = DeliveryTelemetry.Begin(row);
        using var limit = new CancellationTokenSource(Longest);
        await using var _ = cancellation.Register(() => limit.CancelAfter(Grace)).ConfigureAwait(false);
        try
        {
            if (row.Attempt > RetryDelay.Attempts)
                throw new DeliveryException(string.Create(CultureInfo.InvariantCulture, $"Each of {RetryDelay.Attempts} attempts was broken off."), forGood: true);
            var settings = DeliverySettings.Load(folder, variable);
            await _senders.First(s => s.Kind == row.Address.Kind).SendAsync(Pack(row, settings), settings, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            ledger.HandBack(row.DeliveryId, _owner);
            throw;
        }
        catch (Exception e)
        {
            return telemetry.End(Failed(row, e));
        }

        return telemetry.End(ledger.Sent(row.DeliveryId, _owner) ? new DeliveryOutcome(row) : null);
    }

    private DeliveryOutcome? Failed(DeliveryRow row, Exception e)
    {
        var reason = Reason(e);
        TimeSpan? delay = e is DeliveryException { ForGood: true } || row.Attempt >= RetryDelay.Attempts ? null : RetryDelay.Delivery.After(row.Attempt, row.DeliveryId);
        var retryAt = clock.GetUtcNow() + delay;
        log.Write(string.Create(CultureInfo.InvariantCulture, $"delivery {row.DeliveryId} to {row.Address.Recipient}"), e);
        return ledger.Fail(row.DeliveryId, _owner, reason, retryAt) ? new DeliveryOutcome(row, reason, retryAt) : null;
    }

    private Parcel Pack(DeliveryRow row, DeliverySettings settings)
    {
        var key = row.Key;
        if (!definitions.TryGet(key.Report, out var definition) || definition.Deliver.FirstOrDefault(t => t.Takes(key) && t.Addresses.Contains(row.Address)) is not { } target)
            throw new DeliveryException("The report's definition no longer sends it there.", forGood: true);
        var revision = folder.Revision(key.Report, key.Clinic, key.Practitioner, key.Period, row.Revision);
        if (!ArtefactStore.IsWhole(revision) || Manifest.In(revision) is not { } manifest)
            throw new DeliveryException($"{revision} is not there, or is damaged.", forGood: true);
        return new Parcel(row, target, definition.Title, Whose(row, definition), revision, manifest, ledger.IsCorrection(row.DeliveryId), Link(row, settings));
    }

    private string? Whose(DeliveryRow row, ReportDefinition definition)
    {
        if (string.Equals(definition.Kind.Scope, ReportScope.Network, StringComparison.Ordinal))
            return null;
        var clinic = reader.Clinics().FirstOrDefault(c => string.Equals(c.Id, row.Key.Clinic, StringComparison.Ordinal))?.Name ?? row.Key.Clinic;
        return row.Key.Practitioner.Length == 0 ? clinic : $"{clinic}, {row.Key.Practitioner}";
    }

    /// <summary>The page's address in the portal.</summary>
    private static Uri? Link(DeliveryRow row, DeliverySettings settings)
    {
        if (settings.Link is not { } link)
            return null;
        var parts = new[] { row.Key.Report, row.Key.Clinic, row.Key.Practitioner, row.Key.Period, string.Create(CultureInfo.InvariantCulture, $"r{row.Revision}"), "report.html" };
        return new Uri(link, "reports/" + string.Join('/', parts.Where(p => p.Length > 0).Select(Uri.EscapeDataString)));
    }

    private static string Reason(Exception e) => (e switch
    {
        DeliveryException or SettingException => e.Message,
        OperationCanceledException => string.Create(CultureInfo.InvariantCulture, $"It was broken off after {Longest.TotalMinutes:0} minutes."),
        IOException or UnauthorizedAccessException => "The report's files can't be read: " + e.Message,
        _ => $"Unexpected {e.GetType().Name}: {e.Message}",
    }).ReplaceLineEndings(" ");
}
