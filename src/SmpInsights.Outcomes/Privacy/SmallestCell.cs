using System.Globalization;

namespace SmpInsights.Outcomes.Privacy;

/// <summary>The fewest clients on whom a rate is printed: <see cref="Floor"/>, or more where a clinic asks for more.</summary>
public sealed record SmallestCell
{
    /// <summary>No report prints a rate on fewer clients, whatever it is asked for.</summary>
    public const int Floor = 5;

    /// <exception cref="ArgumentOutOfRangeException">Fewer than <see cref="Floor"/>: the threshold goes upwards only.</exception>
    public SmallestCell(int clients)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(clients, Floor);
        Clients = clients;
    }

    public static SmallestCell Default { get; } = new(Floor);

    public int Clients { get; }

    /// <summary>True where a rate on so many clients must not be printed; nobody at all is no secret.</summary>
    public bool IsSmall(int clients) => clients > 0 && clients < Clients;

    /// <summary>What stands in a hidden cell's place.</summary>
    public string Mark => string.Create(CultureInfo.InvariantCulture, $"<{Clients}");
}
