using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SmpInsights.Jobs.Delivery;

/// <summary>
/// Shows who sent a webhook and when: HMAC-SHA256, in lower-case hexadecimal digits, of the timestamp (seconds since 1970), a dot and the body. Whoever receives it computes the
/// same with the shared secret, compares in constant time, and refuses old timestamps.
/// </summary>
public static class WebhookSignature
{
    public const string TimestampHeader = "SmpInsights-Timestamp";
    public const string SignatureHeader = "SmpInsights-Signature";

    public static string Of(Secret secret, long timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret.Reveal()));
        hmac.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{timestamp}.")));
        hmac.AppendData(body);
        return "v1=" + Convert.ToHexStringLower(hmac.GetHashAndReset());
    }
}
