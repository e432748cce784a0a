namespace SmpInsights.Reporting.Documents;

/// <summary>
/// How a clinic shows itself on a report; what is null is the product's. <paramref name="Band"/> lies behind white text (top of the page, headers of the workbook's tables); <paramref name="Accent"/> colours
/// links and edges on the light page. Figures keep their palette: it is chosen so that colour-blind readers tell its colours apart.
/// </summary>
public sealed record Branding(string? Name, BrandColour? Band, BrandColour? Accent, Logo? Logo)
{
    public static Branding None { get; } = new(null, null, null, null);
}

/// <summary>A logo as it is in its file: <c>image/png</c> or <c>image/svg+xml</c>; size in pixels, of a PNG only.</summary>
public sealed record Logo(string MediaType, byte[] Bytes, int Width = 0, int Height = 0)
{
    public const string Png = "image/png";
    public const string Svg = "image/svg+xml";
}
