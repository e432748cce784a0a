using System.Text;
using SmpInsights.Outcomes.Input;

namespace SmpInsights.Data.Reading;

/// <summary>The stored spelling of an enumeration: <c>ColourShift</c> is <c>colour-shift</c>.</summary>
internal sealed class CodeNames<T>
    where T : struct, Enum
{
    private readonly Dictionary<string, T> values = Enum.GetValues<T>().ToDictionary(v => Spell(v.ToString()), StringComparer.Ordinal);

    /// <summary>The codes in the order of the enumeration.</summary>
    public IReadOnlyList<string> All => [.. values.OrderBy(v => v.Value).Select(v => v.Key)];

    public T Parse(string code) => values[code];

    private static string Spell(string name)
    {
        var code = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && code.Length > 0)
            {
                code.Append('-');
            }

            code.Append(char.ToLowerInvariant(letter));
        }

        return code.ToString();
    }
}

/// <summary>The enumerations of the data contract.</summary>
internal static class CodeNames
{
    public static readonly CodeNames<SessionStatus> SessionStatus = new();
    public static readonly CodeNames<TouchUpReason> TouchUpReason = new();
    public static readonly CodeNames<AssessmentMethod> AssessmentMethod = new();
    public static readonly CodeNames<EndReason> EndReason = new();
    public static readonly CodeNames<AdverseEventKind> AdverseEventKind = new();
    public static readonly CodeNames<Severity> Severity = new();
    public static readonly CodeNames<PaymentKind> PaymentKind = new();
}
