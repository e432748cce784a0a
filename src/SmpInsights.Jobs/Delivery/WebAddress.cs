namespace SmpInsights.Jobs.Delivery;

/// <summary>Web addresses to which something may be sent or linked.</summary>
internal static class WebAddress
{
    /// <summary>Encrypted, or to this machine itself; signed, so that no password is needed.</summary>
    public static bool IsSafe(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url.UserInfo.Length == 0
        && url.Fragment.Length == 0
        && (string.Equals(url.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal) || (string.Equals(url.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal) && url.IsLoopback));

    /// <summary>Whether a host's name or number means this machine itself.</summary>
    public static bool IsLoopback(string host) => Uri.TryCreate($"http://{(host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host)}/", UriKind.Absolute, out var url) && url.IsLoopback;
}
