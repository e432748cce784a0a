using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SmpInsights.Jobs.Delivery;

/// <summary>
/// Lets a mail server in whose certificate is the one its settings name, and no other; without a pin the authorities decide. The framework's SMTP client has one process-wide place
/// for such a check, so that the pin travels with the sending itself.
/// </summary>
internal static class PinnedCertificate
{
    private static readonly AsyncLocal<string?> Pin = new();

    static PinnedCertificate() =>
#pragma warning disable SYSLIB0014, MA0039 // The SMTP client asks nobody else; without a pin the framework's own verdict stands.
        System.Net.ServicePointManager.ServerCertificateValidationCallback = Accept;
#pragma warning restore SYSLIB0014, MA0039

    /// <summary>From here on, in this sending alone.</summary>
    public static void Expect(string? pin) => Pin.Value = pin;

    private static bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => Pin.Value is { } pin
        ? certificate is not null && string.Equals(certificate.GetCertHashString(HashAlgorithmName.SHA256), pin, StringComparison.OrdinalIgnoreCase)
        : errors == SslPolicyErrors.None;
}
