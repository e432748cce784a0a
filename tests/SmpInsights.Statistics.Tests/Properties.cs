using FsCheck;
using FsCheck.Fluent;

namespace SmpInsights.Statistics.Tests;

/// <summary>Runs a property on 200 generated cases; the failing case is shrunk and named in the message.</summary>
internal static class Properties
{
    private static readonly Config Setting = Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true);

    public static void Hold<T>(Func<T, bool> property) =>
        Check.One(Setting, Prop.ForAll(ArbMap.Default.ArbFor<T>(), property));

    public static void Hold<T1, T2>(Func<T1, T2, bool> property) =>
        Check.One(Setting, Prop.ForAll(ArbMap.Default.ArbFor<T1>(), ArbMap.Default.ArbFor<T2>(), property));

    public static void Hold<T1, T2, T3>(Func<T1, T2, T3, bool> property) =>
        Check.One(Setting, Prop.ForAll(ArbMap.Default.ArbFor<T1>(), ArbMap.Default.ArbFor<T2>(), ArbMap.Default.ArbFor<T3>(), property));
}
