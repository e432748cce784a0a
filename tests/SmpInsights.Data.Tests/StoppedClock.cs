namespace SmpInsights.Data.Tests;

/// <summary>A clock that stands until it is moved.</summary>
public sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public static readonly DateTimeOffset Noon = new(2026, 7, 15, 12, 0, 0, TimeSpan.Zero);

    private DateTimeOffset now = now;

    public StoppedClock()
        : this(Noon)
    {
    }

    public override DateTimeOffset GetUtcNow() => now;

    public void Move(TimeSpan by) => now += by;
}
