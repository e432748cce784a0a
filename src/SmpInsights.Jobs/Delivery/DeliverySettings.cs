using System.Globalization;
using SmpInsights.Jobs.Runs;
using SmpInsights.Jobs.Settings;

namespace SmpInsights.Jobs.Delivery;

/// <summary>How this installation delivers, from <c>DIR/delivery.json</c>; secrets may come from the environment instead, which goes before the file.</summary>
/// <param name="Link">Where the reports are seen by people; null where nowhere.</param>
/// <param name="Smtp">Null where no mail can be sent.</param>
/// <param name="WebhookSecret">What webhooks are signed with; null where none can be sent.</param>
public sealed record DeliverySettings(Uri? Link, SmtpSettings? Smtp, Secret? WebhookSecret)
{
    public const string PasswordVariable = "SMP_SMTP_PASSWORD";
    public const string SecretVariable = "SMP_WEBHOOK_SECRET";

    /// <summary>RFC 2104 advises a key as long as the hash; half of it can't be guessed either.</summary>
    private const int ShortestSecret = 16;

    /// <summary>The port for mail from programs and people (RFC 6409).</summary>
    private const int SubmissionPort = 587;

    private const string StartTls = "starttls";
    private const string NoTls = "none";

    /// <param name="folder">Whose settings.</param>
    /// <param name="variable">Looks an environment variable up.</param>
    /// <exception cref="SettingException">The file can't be used; everything that is wrong, with file, line and field, and nothing that stands in it.</exception>
    public static DeliverySettings Load(DataFolder folder, Func<string, string?> variable) =>
        Read(folder.Delivery, File.Exists(folder.Delivery) ? File.ReadAllText(folder.Delivery) : "{}", variable);

    /// <exception cref="SettingException">The text can't be used.</exception>
    public static DeliverySettings Read(string file, string text, Func<string, string?> variable)
    {
        var problems = new SettingProblems(file, secret: true);
        var fields = new SettingFields(problems, PlacedJson.Parse(file, text), string.Empty, ["link", "smtp", "webhook"]);
        var link = fields.Text("link", "an address that begins with https:// (http:// only to this machine itself)", WebAddress.IsSafe, required: false);
        var smtp = fields.Object("smtp", ["host", "port", "tls", "from", "user", "password", "pin"]) is { } mail ? ReadSmtp(mail, variable) : null;
        var secret = fields.Object("webhook", ["secret"])?.Text("secret", string.Create(CultureInfo.InvariantCulture, $"a secret of {ShortestSecret} characters or more"), IsLong, required: false);
        problems.Refuse();
        if (variable(SecretVariable) is { Length: > 0 } given)
            secret = IsLong(given) ? given : throw new SettingException(string.Create(CultureInfo.InvariantCulture, $"The environment variable {SecretVariable} has fewer than {ShortestSecret} characters."));
        return new DeliverySettings(link is null ? null : new Uri(link.TrimEnd('/') + "/"), smtp, secret is null ? null : new Secret(secret));
    }

    private static SmtpSettings? ReadSmtp(SettingFields fields, Func<string, string?> variable)
    {
        var host = fields.Text("host", "the name of a mail server", text => Uri.CheckHostName(text) != UriHostNameType.Unknown);
        var port = fields.Whole("port", "a port: 1 to 65535", 1, 65535) ?? SubmissionPort;
        var tls = !string.Equals(fields.Text("tls", $"one of: {StartTls}, {NoTls}", text => text is StartTls or NoTls, required: false), NoTls, StringComparison.Ordinal);
        if (!tls && host is not null && !WebAddress.IsLoopback(host))
            fields.Wrong("tls", $"{StartTls}: without it, mail goes to this machine itself only");
        var from = fields.Text("from", "the sender's e-mail address", MailName.IsAddress);
        var user = fields.Text("user", "a user's name", text => text.Length > 0, required: false);
        var password = fields.Text("password", "a password", text => text.Length > 0, required: false);
        if (variable(PasswordVariable) is { Length: > 0 } given)
            password = given;
        if (user is not null && password is null)
            fields.Wrong("user", $"enough: there is no password for it, neither here nor in the environment variable {PasswordVariable}");
        var pin = fields.Text("pin", "the SHA-256 of a certificate: 64 hexadecimal digits, colons as you like", text => Digits(text) is { Length: 64 } digits && digits.All(char.IsAsciiHexDigit), required: false);
        return host is null || from is null ? null : new SmtpSettings(host, port, tls, from, user, password is null ? null : new Secret(password), pin is null ? null : Digits(pin).ToUpperInvariant());
    }

    private static string Digits(string pin) => pin.Replace(":", string.Empty, StringComparison.Ordinal);

    private static bool IsLong(string secret) => secret.Length >= ShortestSecret;
}
