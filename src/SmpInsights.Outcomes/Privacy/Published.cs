namespace SmpInsights.Outcomes.Privacy;

/// <summary>A measure as it may leave the house. A hidden one holds no value, so nothing that is given it can print one.</summary>
public sealed record Published<T>
    where T : class
{
    private Published(Disclosure disclosure, T? value) => (Disclosure, Value) = (disclosure, value);

    public Disclosure Disclosure { get; }

    /// <summary>Null where hidden.</summary>
    public T? Value { get; }

    /// <summary>The value where <paramref name="disclosure"/> lets it through; otherwise it is dropped here.</summary>
    public static Published<T> As(Disclosure disclosure, T value) => new(disclosure, disclosure == Disclosure.Shown ? value : null);

    /// <summary>A value that is in no margin: hidden where it rests on too few clients.</summary>
    public static Published<T> Alone(SmallestCell smallest, int clients, T value) => As(smallest.IsSmall(clients) ? Disclosure.Small : Disclosure.Shown, value);
}
