using System.Collections;
using System.Reflection;

namespace SmpInsights.Statistics.Tests.Sweep;

/// <summary>Looks for numbers that are none in a result: its public properties, the arrays in them, and theirs.</summary>
internal static class FiniteNumbers
{
    /// <summary>Where the first such number stands; null when there is none.</summary>
    public static string? Missing(object? result, string at = "result")
    {
        switch (result)
        {
            case null or string or bool or Enum or int or long:
                return null;
            case double number:
                return double.IsFinite(number) ? null : at + " is " + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            case IEnumerable many:
                int index = 0;
                foreach (object? one in many)
                {
                    if (Missing(one, at + "[" + index.ToString(System.Globalization.CultureInfo.InvariantCulture) + "]") is { } found)
                        return found;
                    index++;
                }
                return null;
        }
        foreach (PropertyInfo property in result.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length == 0 && Missing(property.GetValue(result), at + "." + property.Name) is { } found)
                return found;
        }
        return null;
    }
}
