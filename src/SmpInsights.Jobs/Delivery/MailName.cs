using System.Net.Mail;
using System.Text.RegularExpressions;

namespace SmpInsights.Jobs.Delivery;

/// <summary>An e-mail address as HTML's input field takes it: no display name, no comments, no quotes, nothing that could end a header line.</summary>
internal static partial class MailName
{
    /// <summary>WHATWG HTML, "valid e-mail address". Without its anchors, which differ between languages.</summary>
    public const string Pattern = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*";

    /// <summary>RFC 5321, 4.5.3.1.3: a path of 256 characters, less its brackets.</summary>
    public const int Longest = 254;

    public static bool IsAddress(string text) => text.Length <= Longest && Whole().IsMatch(text) && MailAddress.TryCreate(text, out _);

    [GeneratedRegex("\\A" + Pattern + "\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whole();
}
