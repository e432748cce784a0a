namespace SmpInsights.Statistics.Tests.Sweep;

/// <summary>A family of functions and how to call them.</summary>
/// <param name="Names">The functions called, as <c>Type.Method</c>.</param>
/// <param name="Allowed">Calls them on a degenerate input that their documentation allows, and returns what they return.</param>
/// <param name="Refused">Calls one on an input that its documentation refuses with an <see cref="ArgumentException"/>; null where there is no such input.</param>
internal sealed record SweptFunction(string[] Names, Func<Hostile, object?> Allowed, Func<Hostile, object?>? Refused = null);
