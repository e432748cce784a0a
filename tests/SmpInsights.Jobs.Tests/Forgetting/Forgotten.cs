using SmpInsights.Data.Forgetting;
using SmpInsights.Jobs.Forgetting;

namespace SmpInsights.Jobs.Tests.Forgetting;

/// <summary>A client of clinic C1 whose rows are gone from the database.</summary>
internal static class Forgotten
{
    public static ShownClient Client(string client, string? treatment = null, string? session = null) => ShownClient.Of(
        client,
        new ForgottenClient("C1", [], new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["clients"] = [client], ["treatments"] = treatment is null ? [] : [treatment], ["sessions"] = session is null ? [] : [session] }));
}
