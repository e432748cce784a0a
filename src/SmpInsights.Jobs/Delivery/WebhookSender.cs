using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmpInsights.Data.Deliveries;

namespace SmpInsights.Jobs.Delivery;

/// <summary>Tells a web server that a revision is there: which, what it holds by hash, and where it is seen. No number of the report is in it.</summary>
internal sealed class WebhookSender(TimeProvider clock) : IDeliverySender, IDisposable
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10), PooledConnectionLifetime = TimeSpan.FromMinutes(2) }) { Timeout = TimeSpan.FromSeconds(30) };

    public DeliveryKind Kind => DeliveryKind.Webhook;

    public async Task SendAsync(Parcel parcel, DeliverySettings settings, CancellationToken cancellation)
    {
        var secret = settings.WebhookSecret ?? throw new DeliveryException($"No webhook can be signed: neither delivery.json (\"webhook.secret\") nor the environment variable {DeliverySettings.SecretVariable} has a secret.");
        var body = JsonSerializer.SerializeToUtf8Bytes(Body(parcel), Options);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, ((DeliveryTarget.Webhook)parcel.Target).Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("SmpInsights", parcel.Manifest.ProductVersion));

        // The same at every attempt, so that who receives it twice can take it once.
        request.Headers.Add("Idempotency-Key", parcel.Row.Token);
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Of(secret, timestamp, body));
        var server = parcel.Row.Address.Recipient;
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode)
                throw new DeliveryException(string.Create(CultureInfo.InvariantCulture, $"{server} answered {(int)answer.StatusCode} {answer.ReasonPhrase}{((int)answer.StatusCode is >= 300 and < 400 ? "; redirects are not followed" : string.Empty)}."), IsForGood(answer.StatusCode));
        }
        catch (HttpRequestException e)
        {
            throw new DeliveryException($"{server} could not be reached: {e.Message}", e);
        }
        catch (TaskCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new DeliveryException(string.Create(CultureInfo.InvariantCulture, $"{server} did not answer within {_http.Timeout.TotalSeconds:0} s."), e);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Busy servers are asked again; one that refuses would refuse again.</summary>
    private static bool IsForGood(HttpStatusCode code) => (int)code < 500 && code is not (HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests) && (int)code != 425;

    private static JsonObject Body(Parcel parcel) => new()
    {
        ["event"] = "report.published",
        ["report"] = parcel.Row.Key.Report,
        ["title"] = parcel.Title,
        ["clinic"] = parcel.Row.Key.Clinic,
        ["practitioner"] = parcel.Row.Key.Practitioner.Length == 0 ? null : parcel.Row.Key.Practitioner,
        ["period"] = parcel.Row.Key.Period,
        ["revision"] = parcel.Row.Revision,
        ["correction"] = parcel.IsCorrection,
        ["link"] = parcel.Link?.AbsoluteUri,
        ["artefacts"] = new JsonArray([.. parcel.Manifest.Artefacts.Select(a => new JsonObject { ["path"] = a.Path, ["sha256"] = a.Sha256 })]),
    };
}
