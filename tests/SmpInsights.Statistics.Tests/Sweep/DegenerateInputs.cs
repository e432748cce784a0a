using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using SmpInsights.Statistics.Descriptive;

namespace SmpInsights.Statistics.Tests.Sweep;

/// <summary>
/// Whatever the data, no function throws anything but a documented exception, none returns a number that is none, and each comes to an end. 2,000 inputs a family;
/// 100,000 with SMP_SWEEP=1.
/// </summary>
public class DegenerateInputs
{
    private static readonly int Cases = string.Equals(Environment.GetEnvironmentVariable("SMP_SWEEP"), "1", StringComparison.Ordinal) ? 100_000 : 2_000;

    public static TheoryData<string> Families => [.. SweptFunctions.All.Keys];

    [Theory]
    [MemberData(nameof(Families))]
    public void What_is_allowed_gives_numbers_or_nothing(string family)
    {
        SweptFunction swept = SweptFunctions.All[family];
        for (int seed = 0; seed < Cases; seed++)
        {
            string? missing;
            try
            {
                missing = FiniteNumbers.Missing(swept.Allowed(new Hostile(seed)));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Case {seed} of {family} throws."), e);
            }
            Assert.True(missing is null, string.Create(CultureInfo.InvariantCulture, $"Case {seed} of {family}: {missing}"));
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void What_is_not_allowed_is_refused(string family)
    {
        if (SweptFunctions.All[family].Refused is not { } refused)
            return;
        for (int seed = 0; seed < Cases / 10; seed++)
            Assert.ThrowsAny<ArgumentException>(() => refused(new Hostile(seed)));
    }

    [Fact]
    public void Every_public_function_is_swept()
    {
        var swept = SweptFunctions.All.Values.SelectMany(f => f.Names).ToHashSet(StringComparer.Ordinal);
        string[] all = [.. typeof(Sample).Assembly.GetExportedTypes().SelectMany(Functions).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Assert.Equal([], all.Except(swept, StringComparer.Ordinal));
        Assert.Equal([], swept.Except(all, StringComparer.Ordinal));
    }

    /// <summary>Methods that someone wrote: not those of properties, operators and records.</summary>
    private static IEnumerable<string> Functions(Type type) => type
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(m => !m.IsSpecialName && !m.IsDefined(typeof(CompilerGeneratedAttribute)) && m.GetBaseDefinition() == m && m.Name is not ("Equals" or "GetHashCode" or "Deconstruct"))
        .Select(m => type.Name + "." + m.Name);
}
