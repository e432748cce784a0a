using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SmpInsights.Jobs.Tests.Delivery;

/// <summary>A real mail server on loopback (aiosmtpd, in a process of its own) with a certificate that nobody vouches for; mails it takes are files.</summary>
public sealed class SmtpServer : IDisposable
{
    public const string User = "reports";
    public const string Password = "open sesame, please";

    private static readonly Lazy<string?> Python = new(() => new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(HasAiosmtpd));

    private readonly string _folder = Directory.CreateTempSubdirectory("smp-mail-").FullName;
    private readonly Process _process;

    /// <param name="mode">tls: nothing before STARTTLS and sign-in; plain: no STARTTLS at all; optional: either.</param>
    public SmtpServer(string mode = "tls")
    {
        Assert.SkipWhen(Python.Value is null, "Needs a mail server: Python 3 with aiosmtpd (Debian: python3-aiosmtpd).");
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=mail.test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        Pin = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        File.WriteAllText(In("certificate.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(In("key.pem"), key.ExportPkcs8PrivateKeyPem());
        var mails = Directory.CreateDirectory(In("mails")).FullName;
        var start = new ProcessStartInfo(Python.Value!) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "Delivery", "smtp_server.py"), mails, In("certificate.pem"), In("key.pem"), mode })
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        Port = int.Parse(_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The mail server did not start."), CultureInfo.InvariantCulture);
    }

    public int Port { get; }

    /// <summary>SHA-256 of its certificate.</summary>
    public string Pin { get; }

    /// <summary>The mails it took, in their order: what a mailbox would hold, headers first.</summary>
    public IReadOnlyList<string> Mails() => [.. Directory.EnumerateFiles(In("mails")).Order(StringComparer.Ordinal).Select(f => File.ReadAllText(f))];

    /// <summary>A header's value; unfolded, as it was sent.</summary>
    public static string Header(string mail, string name) => Headers(mail).Single(h => h.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))[(name.Length + 2)..];

    public static IReadOnlyList<string> Headers(string mail) => mail.Split("\r\n\r\n", 2)[0].Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal).Split("\r\n");

    /// <summary>The text of a mail without attachments.</summary>
    public static string Body(string mail)
    {
        var body = mail.Split("\r\n\r\n", 2)[1];
        var isBase64 = string.Equals(Header(mail, "Content-Transfer-Encoding"), "base64", StringComparison.Ordinal);
        var text = isBase64 ? Encoding.UTF8.GetString(Convert.FromBase64String(body)) : body;
        Assert.Equal(text.Split('\n').Length, text.Split("\r\n").Length);
        return text.Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    /// <summary>A port on which nobody listens.</summary>
    public static int NobodysPort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
            _process.Kill();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static bool HasAiosmtpd(string python)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", "import aiosmtpd"]) { UseShellExecute = false, RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private string In(string name) => Path.Combine(_folder, name);
}
