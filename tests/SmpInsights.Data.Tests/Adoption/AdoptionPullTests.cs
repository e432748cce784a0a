using Dapper;
using SmpInsights.Data.Adoption;
using SmpInsights.Data.Import;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.Adoption;

/// <summary>Stored rows become what the views show, whatever changed there.</summary>
public abstract class AdoptionPullTests(TestStore store) : IDisposable
{
    public sealed class OnSqlite() : AdoptionPullTests(new SqliteStore());

    [Collection(ServerStore.Collection)]
    public sealed class OnSqlServer(ServerStore store) : AdoptionPullTests(store);

    private readonly ForeignClinic clinic = new(store);

    public void Dispose() => clinic.Dispose();

    private static PulledView Of(PullResult result, string table) => result.Views.Single(v => string.Equals(v.Table, table, StringComparison.Ordinal));

    /// <summary>Rows that were looked at, stored or removed.</summary>
    private static (long Read, long Inserted, long Updated, long Removed) Counts(PullResult result, string table) =>
        (Of(result, table).File.Read, Of(result, table).File.Inserted, Of(result, table).File.Updated, Of(result, table).Removed);

    [Fact]
    public void Rows_of_the_views_are_stored_by_the_rules_of_any_import()
    {
        var result = clinic.With(people: 3).Pull();

        Assert.Equal(0, result.Rejected);
        Assert.Equal(["101|1|7|hair|2026-01-10|2026-02-10", "102|2|7|hair|2026-01-10|2026-02-10", "103|3|7|hair|2026-01-10|2026-02-10"], clinic.Stored("SELECT treatment_id, client_id, practitioner_id, technique_id, started_on, completed_on FROM treatments ORDER BY 1"));
        Assert.Equal([clinic.ViewOf("clinics"), clinic.ViewOf("practitioners"), clinic.ViewOf("clients"), clinic.ViewOf("techniques"), clinic.ViewOf("treatments"), clinic.ViewOf("sessions")], result.Views.Select(v => v.View));
        Assert.Equal((3, 3, 0, 0), Counts(result, "sessions"));
        Assert.Null(result.Broken);
    }

    [Fact]
    public void A_second_reading_looks_at_nothing_again()
    {
        clinic.With(people: 3).Pull();

        var again = clinic.Pull();

        Assert.Equal(0, again.Changed);
        Assert.All(again.Views, v => Assert.Equal((0, 0), (v.File.Read, v.File.Unchanged)));
        Assert.Equal(3, Of(again, "sessions").Rows);
    }

    [Fact]
    public void Only_rows_whose_bucket_differs_are_looked_at_again()
    {
        clinic.With(people: 30).Pull();
        clinic.Do("UPDATE visits SET state = 'no-show' WHERE id = 1005");
        clinic.Do("INSERT INTO visits VALUES (5000, 101, 2, '2026-02-01', 7, 'completed')");
        clinic.Do("DELETE FROM visits WHERE id = 1009");

        var again = clinic.Pull();

        Assert.Equal((2, 1, 1, 1), Counts(again, "sessions"));
        Assert.Equal(["1005|no-show", "5000|completed"], clinic.Stored("SELECT session_id, status FROM sessions WHERE session_id IN ('1005', '1009', '5000') ORDER BY 1"));
        Assert.Equal(0, clinic.Pull().Changed);
    }

    [Fact]
    public void A_row_that_breaks_a_rule_is_listed_by_its_id_each_time_until_it_is_mended()
    {
        clinic.With(people: 2).Do("UPDATE visits SET state = 'gone' WHERE id = 1002");

        foreach (var result in new[] { clinic.Pull(), clinic.Pull() })
        {
            var reject = Assert.Single(result.Rejects);
            Assert.Equal((clinic.ViewOf("sessions"), "1002", "status", "gone", "not one of completed, cancelled, no-show"), (reject.File, reject.Id, reject.Column, reject.Value, reject.Reason));
            Assert.Equal(1, result.Rejected);
        }

        Assert.Equal($"view,id,column,value,reason\r\n{clinic.ViewOf("sessions")},1002,status,gone,\"not one of completed, cancelled, no-show\"\r\n", clinic.Rejects);
        clinic.Do("UPDATE visits SET state = 'cancelled' WHERE id = 1002");
        Assert.Equal((1, 1, 0, 0), Counts(clinic.Pull(), "sessions"));
        Assert.Equal("", clinic.Rejects);
    }

    [Fact]
    public void A_row_that_another_view_had_refused_is_taken_once_its_parent_is_there()
    {
        clinic.With(people: 2).Do("UPDATE courses SET begun = '2026-13-45' WHERE id = 102");
        var first = clinic.Pull();
        Assert.Equal([("102", "started_on"), ("1002", "treatment_id")], first.Rejects.Select(r => (r.Id!, r.Column)));

        clinic.Do("UPDATE courses SET begun = '2026-01-10' WHERE id = 102");

        var second = clinic.Pull();
        Assert.Equal(0, second.Rejected);
        Assert.Equal(["1001", "1002"], clinic.Stored("SELECT session_id FROM sessions ORDER BY 1"));
    }

    [Fact]
    public void A_treatment_and_its_sessions_that_move_together_are_taken_in_one_reading()
    {
        clinic.With(people: 1).Pull();
        clinic.Do("UPDATE courses SET begun = '2026-01-20' WHERE id = 101");
        clinic.Do("UPDATE visits SET day = '2026-01-20' WHERE id = 1001");

        var result = clinic.Pull();

        Assert.Equal(0, result.Rejected);
        Assert.Equal((1, 1), (Of(result, "treatments").File.Updated, Of(result, "sessions").File.Updated));
        Assert.Equal(["2026-01-20"], clinic.Stored("SELECT started_on FROM treatments"));
    }

    [Fact]
    public void Rows_that_are_gone_go_children_first_and_mark_their_clinic()
    {
        clinic.With(people: 30).Pull();
        Settle();
        clinic.Do("DELETE FROM visits WHERE course = 104");
        clinic.Do("DELETE FROM courses WHERE id = 104");
        clinic.Do("DELETE FROM people WHERE id = 4");

        var result = clinic.Pull();

        Assert.Equal((1, 1, 1), (Of(result, "clients").Removed, Of(result, "treatments").Removed, Of(result, "sessions").Removed));
        Assert.Equal(["29|29|29"], clinic.Stored("SELECT (SELECT COUNT(*) FROM clients) AS a, (SELECT COUNT(*) FROM treatments) AS b, (SELECT COUNT(*) FROM sessions) AS c"));
        Assert.Equal(["1", "all"], clinic.Stored("SELECT clinic_id FROM clinic_changes WHERE changes > compared ORDER BY 1"));
    }

    [Fact]
    public void A_row_that_others_still_refer_to_stays_and_is_said_each_time()
    {
        clinic.With(people: 30).Pull();
        clinic.Do("DELETE FROM people WHERE id = 4");

        foreach (var result in new[] { clinic.Pull(), clinic.Pull() })
        {
            var warning = Assert.Single(result.Warnings);
            Assert.Equal((clinic.ViewOf("clients"), "4"), (warning.File, warning.Id));
            Assert.Equal((1, 0), (result.WarningCount, Of(result, "clients").Removed));
        }

        Assert.Equal(["30"], clinic.Stored("SELECT COUNT(*) FROM clients"));
    }

    [Fact]
    public void A_view_that_lost_many_rows_empties_no_table_unless_that_is_meant()
    {
        clinic.With(people: 30).Pull();
        clinic.Do("DELETE FROM visits");

        var refused = Assert.Throws<SmpDataException>(() => clinic.Pull());
        Assert.StartsWith($"{clinic.ViewOf("sessions")} lacks 30 of the 30 rows that are stored of it, such as 10", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["30"], clinic.Stored("SELECT COUNT(*) FROM sessions"));
        Assert.Equal(refused.Message, new AdoptionRecord(clinic.Database).Find()!.Error);

        Assert.Equal(30, Of(clinic.Pull(remove: true), "sessions").Removed);
        Assert.Null(new AdoptionRecord(clinic.Database).Find()!.Error);
    }

    [Fact]
    public void Rows_that_a_file_gave_before_do_not_go_unasked()
    {
        clinic.With(people: 1);
        using (var connection = clinic.Database.Connect())
        {
            connection.Execute("INSERT INTO techniques (technique_id, name) VALUES ('old', 'From a file')");
        }

        Assert.Contains("lacks 1 of the 2 rows", Assert.Throws<SmpDataException>(() => clinic.Pull()).Message, StringComparison.Ordinal);
        Assert.Equal(1, Of(clinic.Pull(remove: true), "techniques").Removed);
    }

    [Fact]
    public void A_table_that_a_view_feeds_takes_no_file_until_that_is_ended()
    {
        clinic.With(people: 1).Pull();
        var csv = Directory.CreateDirectory(Path.Combine(clinic.Folder, "csv")).FullName;
        File.WriteAllText(Path.Combine(csv, "techniques.csv"), "technique_id,name\nx,X\n");
        File.WriteAllText(Path.Combine(csv, "assessments.csv"), "assessment_id,treatment_id,assessed_on,method,contrast\nA1,101,2026-05-01,photo,20\n");
        ImportResult Import() => new CsvImport(clinic.Database, clinic.Clock).Run(csv, Path.Combine(clinic.Folder, "r.csv"), Path.Combine(clinic.Folder, "w.csv"), progress: null, TestContext.Current.CancellationToken);

        var refused = Import();
        Assert.Equal(("techniques.csv", "techniques are read from the clinic's own database (smp adopt): change them there"), (Assert.Single(refused.Rejects).File, refused.Rejects[0].Reason));
        Assert.Equal(["A1"], clinic.Stored("SELECT assessment_id FROM assessments"));
        Assert.Equal(0, clinic.Pull().Changed);

        Assert.True(new AdoptionRecord(clinic.Database).End());
        Assert.Empty(Import().Rejects);
        Assert.Null(new AdoptionRecord(clinic.Database).Find());
    }

    [Fact]
    public void A_needed_view_or_column_that_is_missing_is_said_and_the_reading_does_not_count()
    {
        clinic.With(people: 1);
        clinic.Replace("sessions", "SELECT id AS session_id, course AS treatment_id, no AS session_no, staff AS practitioner_id, state AS status FROM visits");
        clinic.Drop("techniques");

        var result = clinic.Pull();

        Assert.Contains((clinic.ViewOf("techniques"), "", "view missing: needed"), result.Rejects.Select(r => (r.File, r.Column, r.Reason)));
        Assert.Contains((clinic.ViewOf("sessions"), "performed_on", "required column missing"), result.Rejects.Select(r => (r.File, r.Column, r.Reason)));
        Assert.Equal($"{clinic.ViewOf("techniques")}: view missing: needed.", result.Broken);
        Assert.Null(new AdoptionRecord(clinic.Database).Find()!.ReadAt);
    }

    [Fact]
    public void A_view_that_lost_a_column_keeps_its_table_from_files_and_is_read_whole_once_it_is_mended()
    {
        clinic.With(people: 3).Pull();
        clinic.Replace("sessions", "SELECT id AS session_id FROM visits");
        Assert.Equal($"{clinic.ViewOf("sessions")}, treatment_id: required column missing.", clinic.Pull().Broken);

        clinic.Do("UPDATE visits SET state = 'no-show' WHERE id = 1002");
        clinic.Replace("sessions", "SELECT id AS session_id, course AS treatment_id, no AS session_no, day AS performed_on, staff AS practitioner_id, state AS status FROM visits");

        var mended = clinic.Pull();
        Assert.Null(mended.Broken);
        Assert.Equal((3, 0, 1, 0), Counts(mended, "sessions"));
    }

    [Fact]
    public void A_reading_waits_for_another_to_end_and_can_be_stopped_while_it_does()
    {
        clinic.With(people: 1);
        using var held = new FileStream(Path.Combine(clinic.Folder, "source.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        Assert.Throws<OperationCanceledException>(() => new AdoptionPull(clinic.Database, clinic.Source, clinic.Clock, held.Name).Run((Path.Combine(clinic.Folder, "r.csv"), Path.Combine(clinic.Folder, "w.csv")), whole: false, remove: false, progress: null, stop.Token));

        held.Dispose();
        Assert.Equal(0, clinic.Pull().Rejected);
    }

    [Fact]
    public void A_view_that_is_gone_stops_the_reading()
    {
        clinic.With(people: 1).Pull();
        clinic.Drop("sessions");

        Assert.Equal(
            $"{clinic.ViewOf("sessions")}, which rows were read from, is no longer there; make it again, or end the reading with: smp adopt --end",
            Assert.Throws<SmpDataException>(() => clinic.Pull()).Message);
    }

    /// <summary>Thirty people, whose view says on which day they were changed.</summary>
    private void WithChanges(Func<int, string> day)
    {
        clinic.Do("ALTER TABLE people ADD sex varchar(1)");
        clinic.Replace("clients", "SELECT id AS client_id, place AS clinic_id, sex, touched AS changed_at FROM people");
        foreach (var i in Enumerable.Range(1, 30))
        {
            clinic.Do(FormattableString.Invariant($"INSERT INTO people VALUES ({i}, 1, '{day(i)} 10:00:00', NULL)"));
        }
    }

    [Fact]
    public void With_changed_at_only_what_changed_is_read_and_what_nobody_noted_is_found_a_day_later()
    {
        WithChanges(i => i == 1 ? "2026-07-01" : "2026-05-01");
        clinic.Pull();
        clinic.Do("UPDATE people SET sex = 'F', touched = '2026-07-02 08:00:00' WHERE id = 3");
        clinic.Do("UPDATE people SET sex = 'M' WHERE id = 4");

        // The newest change is of July 1st, and the day before it is read again.
        Assert.Equal((2, 0, 1, 0), Counts(clinic.Pull(), "clients"));
        Assert.Equal(["3|F"], clinic.Stored("SELECT client_id, sex FROM clients WHERE sex IS NOT NULL"));
        clinic.Do("DELETE FROM people WHERE id = 9");
        Assert.Equal(1, Of(clinic.Pull(), "clients").Removed);

        clinic.Do("UPDATE people SET sex = 'X' WHERE id = 5");
        Assert.Equal(0, clinic.Pull().Changed);
        clinic.Clock.Move(TimeSpan.FromDays(1));
        Assert.Equal(1, clinic.Pull().Changed);
        Assert.Equal(["3|F", "4|M", "5|X"], clinic.Stored("SELECT client_id, sex FROM clients WHERE sex IS NOT NULL ORDER BY 1"));

        clinic.Do("UPDATE people SET sex = 'F' WHERE id = 6");
        Assert.Equal(1, clinic.Pull(whole: true).Changed);
    }

    [Fact]
    public void What_changed_at_brought_and_then_went_back_goes_back_here_too()
    {
        WithChanges(_ => "2026-06-01");
        clinic.Pull();
        clinic.Do("INSERT INTO people VALUES (99, 1, '2026-07-10 10:00:00', NULL)");
        clinic.Do("UPDATE people SET sex = 'F', touched = '2026-07-10 10:00:00' WHERE id = 3");
        Assert.Equal((31, 1, 1, 0), Counts(clinic.Pull(), "clients"));

        // As after a backup was put back: rows, and what says when they changed, are those of the first reading.
        clinic.Do("DELETE FROM people WHERE id = 99");
        clinic.Do("UPDATE people SET sex = NULL, touched = '2026-06-01 10:00:00' WHERE id = 3");
        var back = clinic.Pull();
        Assert.Equal((1, 1), (Of(back, "clients").Removed, Of(back, "clients").File.Updated));
        Assert.Equal(["30|0"], clinic.Stored("SELECT COUNT(*) AS a, COUNT(sex) AS b FROM clients"));
    }

    [Fact]
    public void A_reading_that_fails_in_the_middle_is_known_to_be_unfinished_and_what_it_stored_is_looked_at_again()
    {
        clinic.With(people: 30).Pull();
        clinic.Do("UPDATE courses SET done = '2026-05-05' WHERE id = 101");
        clinic.Do("INSERT INTO people VALUES (99, 1, NULL)");
        clinic.Do("DELETE FROM visits");
        Assert.Throws<SmpDataException>(() => clinic.Pull());
        Assert.Equal(["2026-05-05"], clinic.Stored("SELECT completed_on FROM treatments WHERE treatment_id = '101'"));
        Assert.NotNull(new AdoptionRecord(clinic.Database).Find()!.Error);

        clinic.Do("UPDATE courses SET done = '2026-02-10' WHERE id = 101");
        clinic.Do("DELETE FROM people WHERE id = 99");
        foreach (var i in Enumerable.Range(1, 30))
        {
            clinic.Do(FormattableString.Invariant($"INSERT INTO visits VALUES ({1000 + i}, {100 + i}, 1, '2026-01-10', 7, 'completed')"));
        }

        Assert.Equal(2, clinic.Pull().Changed);
        Assert.Equal(["2026-02-10"], clinic.Stored("SELECT completed_on FROM treatments WHERE treatment_id = '101'"));
        Assert.Null(new AdoptionRecord(clinic.Database).Find()!.Error);
    }

    [Fact]
    public void A_client_who_was_forgotten_and_is_shown_again_comes_back_whole()
    {
        clinic.With(people: 3).Pull();
        new Data.Forgetting.ClientForgetting(clinic.Database, clinic.Clock).Forget("2");

        Assert.Equal(3, clinic.Pull().Changed);
        Assert.Equal(["3|3|3"], clinic.Stored("SELECT (SELECT COUNT(*) FROM clients) AS a, (SELECT COUNT(*) FROM treatments) AS b, (SELECT COUNT(*) FROM sessions) AS c"));
    }

    [Fact]
    public void A_clinic_that_is_put_into_another_time_zone_has_its_times_read_anew()
    {
        clinic.With(people: 1).Do("UPDATE courses SET done = '2026-02-10T02:00:00Z'");
        clinic.Pull();
        Assert.Equal(["2026-02-10"], clinic.Stored("SELECT completed_on FROM treatments"));

        clinic.Do("UPDATE places SET zone = 'America/New_York'");
        clinic.Pull();
        Assert.Equal(["2026-02-09"], clinic.Stored("SELECT completed_on FROM treatments"));
    }

    [Fact]
    public void A_view_that_is_empty_all_at_once_empties_no_table_however_small()
    {
        clinic.With(people: 3).Pull();
        clinic.Do("DELETE FROM visits");

        Assert.Contains("lacks 3 of the 3 rows", Assert.Throws<SmpDataException>(() => clinic.Pull()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_view_with_another_column_is_read_anew()
    {
        clinic.With(people: 1).Pull();
        clinic.Replace("clients", "SELECT id AS client_id, place AS clinic_id, 'F' AS sex FROM people");

        Assert.Equal((1, 0, 1, 0), Counts(clinic.Pull(), "clients"));
    }

    [Fact]
    public void Another_database_is_not_read_in_the_place_of_the_adopted_one()
    {
        clinic.With(people: 1).Pull();
        using (var connection = clinic.Database.Connect())
        {
            connection.Execute("UPDATE adoption SET source = 'another'");
        }

        Assert.Equal($"Rows are read from another, not from {clinic.Source.Name}; to change that, first: smp adopt --end", Assert.Throws<SmpDataException>(() => clinic.Pull()).Message);
    }

    [Fact]
    public void A_client_is_found_where_the_views_still_show_them()
    {
        clinic.With(people: 2);

        Assert.Equal(clinic.ViewOf("clients"), SourceClient.ShownIn(clinic.Source, "2", TestContext.Current.CancellationToken));
        Assert.Null(SourceClient.ShownIn(clinic.Source, "K2", TestContext.Current.CancellationToken));
        clinic.Replace("clients", "SELECT '  A7 ' AS client_id, place AS clinic_id FROM people");
        Assert.Equal(clinic.ViewOf("clients"), SourceClient.ShownIn(clinic.Source, "A7", TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_source_is_never_written()
    {
        using var connection = clinic.Source.Connect();
        if (store is SqliteStore)
        {
            Assert.ThrowsAny<System.Data.Common.DbException>(() => connection.Execute("DELETE FROM people"));
        }
    }

    private void Settle()
    {
        using var connection = clinic.Database.Connect();
        connection.Execute("UPDATE clinic_changes SET compared = changes");
    }
}
