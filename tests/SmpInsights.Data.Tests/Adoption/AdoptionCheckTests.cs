using SmpInsights.Data.Adoption;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.Adoption;

/// <summary>What the check says of views, column by column, and that it leaves nothing.</summary>
public abstract class AdoptionCheckTests(TestStore store) : IDisposable
{
    public sealed class OnSqlite() : AdoptionCheckTests(new SqliteStore());

    [Collection(ServerStore.Collection)]
    public sealed class OnSqlServer(ServerStore store) : AdoptionCheckTests(store);

    private readonly ForeignClinic clinic = new(store);

    public void Dispose() => clinic.Dispose();

    private CheckedView View(string table) => clinic.Check().Single(v => string.Equals(v.View, clinic.ViewOf(table), StringComparison.Ordinal));

    private static CheckedColumn Column(CheckedView view, string column) => view.Columns.Single(c => string.Equals(c.Name, column, StringComparison.Ordinal));

    [Fact]
    public void Views_that_are_right_say_so_and_nothing_is_stored()
    {
        var views = clinic.With(people: 3).Check();

        Assert.All(views, v => Assert.Equal((0, false), (v.Rejected, v.IsUnusable)));
        Assert.All(views.SelectMany(v => v.Columns), c => Assert.Empty(c.Faults));
        Assert.Equal((3, true, false), (views.Single(v => string.Equals(v.View, clinic.ViewOf("treatments"), StringComparison.Ordinal)).Rows, views[0].IsThere, views[^1].IsThere));
        Assert.Equal(["0"], clinic.Stored("SELECT COUNT(*) FROM treatments"));
        Assert.False(Directory.Exists(Path.Combine(clinic.Folder, "check")));
    }

    [Fact]
    public void What_is_missing_is_said_of_views_and_of_columns()
    {
        clinic.With(people: 1);
        clinic.Drop("techniques");
        clinic.Replace("sessions", "SELECT id AS session_id, course AS treatment_id, no AS session_no, staff AS practitioner_id, state AS status, day AS whenever FROM visits");

        var views = clinic.Check();
        var sessions = views.Single(v => string.Equals(v.View, clinic.ViewOf("sessions"), StringComparison.Ordinal));

        Assert.True(views.Single(v => string.Equals(v.View, clinic.ViewOf("techniques"), StringComparison.Ordinal)) is { IsThere: false, Needed: true, IsUnusable: true });
        Assert.True(sessions.IsUnusable);
        Assert.Equal((true, null), (Column(sessions, "performed_on").Required, Column(sessions, "performed_on").Type));
        Assert.Equal((false, null), (Column(sessions, "needle").Required, Column(sessions, "needle").Type));
        Assert.Equal(["whenever"], sessions.Unknown);
        Assert.Equal((1, 0), (Column(views.Single(v => string.Equals(v.View, clinic.ViewOf("treatments"), StringComparison.Ordinal)), "completed_on").Filled, Column(sessions, "needle").Filled));
    }

    [Fact]
    public void A_rule_that_rows_break_comes_once_with_its_count_and_three_examples()
    {
        clinic.With(people: 9);
        clinic.Do("UPDATE visits SET day = '2025-01-0' || (id - 1000) WHERE id < 1006".Replace("||", store is ServerStore ? "+" : "||", StringComparison.Ordinal).Replace("(id - 1000)", store is ServerStore ? "CAST(id - 1000 AS varchar(9))" : "(id - 1000)", StringComparison.Ordinal));
        clinic.Do("UPDATE visits SET state = 'Done' WHERE id = 1009");

        var sessions = View("sessions");

        Assert.Equal((9, 6), (sessions.Rows, sessions.Rejected));
        var early = Assert.Single(Column(sessions, "performed_on").Faults);
        Assert.Equal(("before started_on …", true, 5), (early.Reason, early.IsReject, early.Count));
        Assert.Equal([("1001", "2025-01-01"), ("1002", "2025-01-02"), ("1003", "2025-01-03")], early.Examples.Order());
        Assert.Equal(("not one of completed, cancelled, no-show", 1, ("1009", "Done")), (Column(sessions, "status").Faults[0].Reason, Column(sessions, "status").Faults[0].Count, Column(sessions, "status").Faults[0].Examples[0]));
    }

    [Fact]
    public void Rows_of_a_refused_parent_are_refused_too()
    {
        clinic.With(people: 2).Do("UPDATE courses SET person = 99 WHERE id = 102");

        Assert.Equal(("no such client_id in clients", ("102", "99")), (Column(View("treatments"), "client_id").Faults[0].Reason, Column(View("treatments"), "client_id").Faults[0].Examples[0]));
        Assert.Equal(1, View("sessions").Rejected);
    }

    [Fact]
    public void A_type_that_can_never_do_is_said()
    {
        clinic.With(people: 1);
        clinic.Do("CREATE TABLE odd (id int, course int, no int, day int, staff int, state varchar(20))");
        clinic.Do("INSERT INTO odd VALUES (1, 101, 1, 20260110, 7, 'completed')");
        clinic.Replace("sessions", "SELECT id AS session_id, course AS treatment_id, no AS session_no, day AS performed_on, staff AS practitioner_id, state AS status FROM odd");

        Assert.Equal("a date", Column(View("sessions"), "performed_on").WrongType);
        Assert.Null(Column(View("sessions"), "session_no").WrongType);
    }

    [Fact]
    public void What_is_kept_but_odd_is_said_apart()
    {
        clinic.With(people: 1).Do("UPDATE courses SET done = NULL, begun = '2020-01-10'");

        var treatments = View("treatments");

        Assert.Equal(0, treatments.Rejected);
        Assert.False(Assert.Single(treatments.Columns.SelectMany(c => c.Faults)).IsReject);
    }

    [Fact]
    public void An_id_that_comes_twice_is_said()
    {
        clinic.With(people: 1).Do("INSERT INTO visits VALUES (1001, 101, 2, '2026-02-01', 7, 'completed')");

        var fault = Assert.Single(Column(View("sessions"), "session_id").Faults);
        Assert.Equal(("1001", 1), (fault.Examples[0].Id, fault.Count));
    }
}
