namespace SmpInsights.Outcomes.Covariates;

/// <summary>When a group may be compared with others in a report: the one place where that is said.</summary>
public static class Comparability
{
    /// <summary>Fewest units (treatments, epochs with readings, answers) of a group.</summary>
    public const int MinimumUnits = 10;

    /// <summary>Fewest events of a group, where it is events that are compared.</summary>
    public const int MinimumEvents = 5;

    /// <summary>What a group lacks, the units first; null where it has enough.</summary>
    /// <param name="units">Its units.</param>
    /// <param name="events">Its events; null where there are none to count, as of fade and answers.</param>
    public static Shortage? Of(int units, int? events = null) =>
        units < MinimumUnits ? new Shortage(Lacking.Units, units, MinimumUnits)
        : events < MinimumEvents ? new Shortage(Lacking.Events, events.Value, MinimumEvents)
        : null;

    /// <summary>What the smaller of two groups lacks.</summary>
    public static Shortage? OfPair(int unitsA, int unitsB) => Of(Math.Min(unitsA, unitsB));
}
