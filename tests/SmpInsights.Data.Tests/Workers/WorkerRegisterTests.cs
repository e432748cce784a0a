using SmpInsights.Data.Tests.Stores;
using SmpInsights.Data.Workers;

namespace SmpInsights.Data.Tests.Workers;

public abstract class WorkerRegisterTests : IDisposable
{
    public sealed class OnSqlite() : WorkerRegisterTests(new SqliteStore());

    [Collection(ServerStore.Collection)]
    public sealed class OnSqlServer(ServerStore store) : WorkerRegisterTests(store);

    private readonly StoppedClock clock = new();
    private readonly TestStore store;
    private readonly WorkerRegister register;

    protected WorkerRegisterTests(TestStore store)
    {
        this.store = store;
        register = new WorkerRegister(store.Empty(), clock);
    }

    public void Dispose() => TestStore.End(store);

    [Fact]
    public void The_newest_sign_of_any_worker_counts()
    {
        Assert.Null(register.Silence());
        register.Beat("one");
        clock.Move(TimeSpan.FromSeconds(40));
        register.Beat("two");
        clock.Move(TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.FromSeconds(5), register.Silence());
        register.Beat("one");
        Assert.Equal(TimeSpan.Zero, register.Silence());
    }

    [Fact]
    public void Who_leaves_is_no_longer_at_work_and_takes_the_long_silent_along()
    {
        register.Beat("dead");
        clock.Move(TimeSpan.FromDays(2));
        register.Beat("one");
        register.Leave("one");
        Assert.Null(register.Silence());
    }
}
