using System.Collections;
using System.Reflection;

namespace SmpInsights.Statistics.Tests.Sweep;

/// <summary>Looks for numbers that are none in a result: its public properties, the arrays in them, and theirs.</summary>
internal static class FiniteNumbers
{
    /// <summary>Where the first such number stands; null when there is none. What <paramref name="passed"/> says is not looked into.</summary>
    public static string? Missing(object? result, string at = "result", Func<object, bool>? passed = null)
    {
        switch (result)
        {
            case null or string or bool or Enum or int or long or decimal or DateOnly or Delegate:
                return null;
            case double number:
                return double.IsFinite(number) ? null : at + " is " + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            case not null when passed?.Invoke(result) == true:
                return null;
            case IEnumerable many:
                int index = 0;
                foreach (object? one in many)
                {
                    if (Missing(one, at + "[" + index.ToString(System.Globalization.CultureInfo.InvariantCulture) + "]", passed) is { } found)
                        return found;
                    index++;
                }
                return null;
        }
        foreach (PropertyInfo property in result.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length == 0 && Missing(property.GetValue(result), at + "." + property.Name, passed) is { } found)
                return found;
        }
        return null;
    }
}
