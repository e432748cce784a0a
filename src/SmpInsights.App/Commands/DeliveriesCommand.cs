using System.CommandLine;
using System.Globalization;
using SmpInsights.App.Deliveries;
using SmpInsights.App.Terminal;
using SmpInsights.Data.Deliveries;

namespace SmpInsights.App.Commands;

/// <summary><c>smp deliveries [send | resend ID... | resend --failed]</c>: where reports went, and asking again for what did not arrive.</summary>
internal static class DeliveriesCommand
{
    public static Command Make(Option<DataPlace> data)
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var command = new Command("deliveries", "List where reports went, and why one did not arrive.") { json };
        command.SetAction(parsed =>
        {
            var deliveries = new SmpSession(parsed.GetValue(data)!).Deliveries.List();
            if (parsed.GetValue(json))
                JsonOut.Print(DeliveryList.Json(deliveries));
            else if (deliveries.Count == 0)
                Console.Out.WriteLine("No report was to be delivered yet. A definition says where its reports go in its \"deliver\" list.");
            else
                DeliveryList.Print(Console.Out, deliveries);
            return ExitCode.Done;
        });
        command.Add(Send(data));
        command.Add(Resend(data));
        return command;
    }

    private static Command Send(Option<DataPlace> data)
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var send = new Command("send", "Send what waits and is due now; a worker does so by itself.") { json };
        send.SetAction(async (parsed, cancellation) =>
        {
            var session = new SmpSession(parsed.GetValue(data)!);
            using var delivery = session.Delivery();
            var tried = new HashSet<long>();
            var failed = 0;
            await foreach (var outcome in delivery.DrainAsync(cancellation).ConfigureAwait(false))
            {
                tried.Add(outcome.Row.DeliveryId);
                failed += outcome.IsSent ? 0 : 1;
            }

            cancellation.ThrowIfCancellationRequested();
            var rows = session.Deliveries.List().Where(d => tried.Contains(d.DeliveryId)).ToList();
            if (parsed.GetValue(json))
                JsonOut.Print(DeliveryList.Json(rows));
            else if (rows.Count == 0)
                await Console.Out.WriteLineAsync("Nothing waits to be sent now.").ConfigureAwait(false);
            else
                DeliveryList.Print(Console.Out, rows);
            return failed == 0 ? ExitCode.Done : throw new FailureException(string.Create(CultureInfo.InvariantCulture, $"{failed} of {tried.Count} {(tried.Count == 1 ? "delivery was" : "deliveries were")} not sent."));
        });
        return send;
    }

    private static Command Resend(Option<DataPlace> data)
    {
        var ids = new Argument<long[]>("ID") { Description = "Deliveries, as in: smp deliveries.", Arity = ArgumentArity.ZeroOrMore };
        var failed = new Option<bool>("--failed") { Description = "Every delivery that failed." };
        var resend = new Command("resend", "Ask again for deliveries that have ended; a worker, or smp deliveries send, sends them.") { ids, failed };
        resend.SetAction(parsed =>
        {
            var given = parsed.GetValue(ids) ?? [];
            if (given.Length > 0 == parsed.GetValue(failed))
                throw new UsageException("Say either which deliveries (ID) or --failed.");
            var ledger = new SmpSession(parsed.GetValue(data)!).Deliveries;
            var known = ledger.List().ToDictionary(d => d.DeliveryId);
            if (given.FirstOrDefault(id => !known.ContainsKey(id)) is > 0 and var missing)
                throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"There is no delivery {missing}; see: smp deliveries."));
            var asked = parsed.GetValue(failed) ? [.. known.Values.Where(d => d.State == DeliveryState.Failed).Select(d => d.DeliveryId)] : given.Distinct().ToArray();
            var waiting = asked.Count(ledger.Resend);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{waiting} of {asked.Length} asked for again{(waiting < asked.Length ? "; the others wait already" : string.Empty)}."));
            return ExitCode.Done;
        });
        return resend;
    }
}
