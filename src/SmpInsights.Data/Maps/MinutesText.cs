using System.Globalization;
using System.Text.RegularExpressions;

namespace SmpInsights.Data.Maps;

/// <summary>How long an appointment is, as exports write it: <c>90</c>, <c>1h 30min</c>, <c>45 mins</c>, <c>1:30</c>, <c>2 hours</c>.</summary>
internal static partial class MinutesText
{
    private const int Longest = 24 * 60;

    public static int? Parse(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success || (!match.Groups["h"].Success && !match.Groups["m"].Success))
        {
            return null;
        }

        var minutes = (Number(match.Groups["h"]) * 60) + Number(match.Groups["m"]);
        return minutes is >= 0 and <= Longest ? (int)minutes : null;
    }

    private static long Number(Group group) => group.Success ? long.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^((?<h>\d{1,2}):(?<m>[0-5]\d)(:\d\d)?|((?<h>\d{1,2})\s*h(ours?|rs?)?)?\s*((?<m>\d{1,4})\s*(m|mins?|minutes?)?)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
