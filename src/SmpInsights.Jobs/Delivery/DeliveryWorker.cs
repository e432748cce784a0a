using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SmpInsights.Data.Deliveries;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Delivery;

/// <summary>Sends what waits, at the worker's start and every few seconds, whatever engine makes the reports. What fails is one line in the log.</summary>
public sealed partial class DeliveryWorker(ReportDelivery delivery, ErrorLog errors, TimeProvider clock, ILogger<DeliveryWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        try
        {
            do
                await RoundAsync(stoppingToken).ConfigureAwait(false);
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop; what was in hand waits again.
        }
    }

    private async Task RoundAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var outcome in delivery.DrainAsync(stop).ConfigureAwait(false))
                Log(outcome);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            errors.Write("worker: deliveries", e);
            Trouble(e.Message.ReplaceLineEndings(" "));
        }
    }

    private void Log(DeliveryOutcome outcome)
    {
        var (row, key) = (outcome.Row, outcome.Row.Key);
        using var scope = logger.BeginScope("delivery {DeliveryId} of run {RunId}", row.DeliveryId, row.RunId);
        if (outcome.IsSent)
            Sent(key.Report, key.Whom, key.Period, row.Revision, row.Address.Kind, row.Address.Recipient);
        else if (outcome.RetryAt is { } at)
            Waits(key.Report, key.Whom, key.Period, row.Revision, row.Address.Kind, row.Address.Recipient, row.Attempt, at.UtcDateTime, outcome.Error!);
        else
            Failed(key.Report, key.Whom, key.Period, row.Revision, row.Address.Kind, row.Address.Recipient, outcome.Error!);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "sent {Report} {Clinic} {Period} r{Revision} by {Kind} to {Recipient}")]
    private partial void Sent(string report, string clinic, string period, int revision, DeliveryKind kind, string recipient);

    [LoggerMessage(Level = LogLevel.Warning, Message = "not sent yet: {Report} {Clinic} {Period} r{Revision} by {Kind} to {Recipient}, attempt {Attempt}, again at {RetryAt:HH:mm:ss} UTC: {Reason}")]
    private partial void Waits(string report, string clinic, string period, int revision, DeliveryKind kind, string recipient, int attempt, DateTime retryAt, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "not sent: {Report} {Clinic} {Period} r{Revision} by {Kind} to {Recipient}, until asked again (smp deliveries resend): {Reason}")]
    private partial void Failed(string report, string clinic, string period, int revision, DeliveryKind kind, string recipient, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "deliveries were not looked at, tried again in a moment: {Reason}")]
    private partial void Trouble(string reason);
}
