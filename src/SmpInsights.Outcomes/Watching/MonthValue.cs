using System.Runtime.InteropServices;

namespace SmpInsights.Outcomes.Watching;

/// <summary>
/// A measure in one month. <see cref="Value"/> is null where it could not be measured (a share of nothing); <see cref="Clients"/> are the distinct people a rate is about,
/// null where the value is no rate.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MonthValue
{
    private MonthValue(double? value, int? part, int? whole, int? clients) => (Value, Part, Whole, Clients) = (value, part, whole, clients);

    public double? Value { get; }

    /// <summary>Numerator and denominator of a share; null for single values.</summary>
    public int? Part { get; }

    /// <inheritdoc cref="Part"/>
    public int? Whole { get; }

    public int? Clients { get; }

    /// <exception cref="ArgumentException">The value is not finite.</exception>
    public static MonthValue Of(double? value, int? clients = null) =>
        value is null || double.IsFinite(value.Value) ? new(value, null, null, clients) : throw new ArgumentException("A value must be finite.", nameof(value));

    /// <exception cref="ArgumentOutOfRangeException">The part is not within the whole.</exception>
    public static MonthValue Share(int part, int whole, int? clients = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, whole);
        return new(whole == 0 ? null : (double)part / whole, part, whole, clients);
    }
}
