using System.Security.Cryptography;
using System.Text;
using SmpInsights.Data.Deliveries;
using SmpInsights.Data.Runs;

namespace SmpInsights.Jobs.Delivery;

/// <summary>One entry of a definition's <c>deliver</c> list: where its reports go.</summary>
/// <param name="Clinics">Whose reports; null for those of every clinic.</param>
/// <param name="Practitioners">Whose reports, in definitions of practitioners' reports; null for those of every one.</param>
public abstract record DeliveryTarget(IReadOnlyList<string>? Clinics, IReadOnlyList<string>? Practitioners)
{
    /// <summary>Everyone it reaches.</summary>
    public abstract IEnumerable<DeliveryAddress> Addresses { get; }

    public bool Takes(RunKey key) =>
        Clinics?.Contains(key.Clinic, StringComparer.Ordinal) is not false && Practitioners?.Contains(key.Practitioner, StringComparer.Ordinal) is not false;

    /// <summary>A copy under this folder, in the same folders as in the data folder; a relative one lies in the data folder.</summary>
    public sealed record Folder(string Path, IReadOnlyList<string>? Clinics = null, IReadOnlyList<string>? Practitioners = null) : DeliveryTarget(Clinics, Practitioners)
    {
        public override IEnumerable<DeliveryAddress> Addresses => [new DeliveryAddress(DeliveryKind.Folder, "folder", Path)];
    }

    /// <summary>A mail to each recipient alone, with a link to the report, and the page and workbook too where asked for.</summary>
    public sealed record Email(IReadOnlyList<string> Recipients, bool Attach, IReadOnlyList<string>? Clinics = null, IReadOnlyList<string>? Practitioners = null) : DeliveryTarget(Clinics, Practitioners)
    {
        public override IEnumerable<DeliveryAddress> Addresses => Recipients.Select(r => new DeliveryAddress(DeliveryKind.Email, "email", r));
    }

    /// <summary>A signed message to a web server. Path and query of such an address are often secret, so that only the server's name is ever shown or stored.</summary>
    public sealed record Webhook(Uri Url, IReadOnlyList<string>? Clinics = null, IReadOnlyList<string>? Practitioners = null) : DeliveryTarget(Clinics, Practitioners)
    {
        public override IEnumerable<DeliveryAddress> Addresses =>
            [new DeliveryAddress(DeliveryKind.Webhook, "webhook " + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Url.AbsoluteUri)))[..16], Url.GetLeftPart(UriPartial.Authority))];
    }
}
