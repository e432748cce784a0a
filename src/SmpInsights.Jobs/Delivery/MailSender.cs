using System.Net;
using System.Net.Mail;
using SmpInsights.Data.Deliveries;

namespace SmpInsights.Jobs.Delivery;

/// <summary>
/// Hands one mail for one recipient to the mail server, by the framework's client: it encrypts by STARTTLS or sends nothing, but knows neither the implicit TLS of port 465 nor
/// addresses beyond ASCII.
/// </summary>
internal sealed class MailSender : IDeliverySender
{
    public DeliveryKind Kind => DeliveryKind.Email;

    public async Task SendAsync(Parcel parcel, DeliverySettings settings, CancellationToken cancellation)
    {
        var smtp = settings.Smtp ?? throw new DeliveryException("No mail can be sent: delivery.json says nothing of a mail server (\"smtp\").");
        using var message = MailText.Of(parcel, smtp.From);
        using var client = new SmtpClient(smtp.Host, smtp.Port) { EnableSsl = smtp.Tls, DeliveryMethod = SmtpDeliveryMethod.Network };
        if (smtp.User is { } user)
            client.Credentials = new NetworkCredential(user, smtp.Password!.Reveal());
        PinnedCertificate.Expect(smtp.Pin);
        try
        {
            await client.SendMailAsync(message, cancellation).ConfigureAwait(false);
        }
        catch (SmtpException e)
        {
            throw new DeliveryException(Said(e, smtp), e, IsForGood(e.StatusCode));
        }
    }

    /// <summary>RFC 5321, 4.2.1: 5yz is a permanent answer, 4yz a transient one. What is no answer (a lost connection) may be one the next time.</summary>
    private static bool IsForGood(SmtpStatusCode code) => (int)code is >= 500 and < 600;

    private static string Said(SmtpException e, SmtpSettings smtp)
    {
        var messages = new List<string>();
        for (Exception? cause = e; cause is not null; cause = cause.InnerException)
            messages.Add(cause.Message.TrimEnd('.', ' '));
        return $"The mail server {smtp.Host} did not take it: {string.Join(": ", messages.Distinct(StringComparer.Ordinal))}.";
    }
}
