using Microsoft.Data.Sqlite;

namespace SmpInsights.Jobs.Tests.Faults;

/// <summary>Whether an operation fails before it has done anything, or is done and still reported as failed, as when the answer is lost.</summary>
public enum FaultMoment { Before, After }

/// <summary>Counts what a run does to disk and database, and fails the operation it is told to: once, or it and all after it on the disk, or in the database, whichever it is of.</summary>
public sealed class FaultPlan
{
    /// <summary>Operations that change nothing: whether they fail before or after makes no difference.</summary>
    private static readonly string[] Looks = ["file exists", "folder exists", "list folder", "read", "row", "next result", "query", "open", "begin"];

    private readonly List<string> _seen = [];
    private bool? _ofDisk;
    private int _at = int.MaxValue;
    private bool _always;
    private FaultMoment _moment;

    /// <summary>Whether an operation, by its name, changes something.</summary>
    public static bool Changes(string name) => !Looks.Any(look => name.StartsWith(look, StringComparison.Ordinal));

    /// <summary>Operations since the plan was armed.</summary>
    public IReadOnlyList<string> Seen => _seen;

    public int Faults { get; private set; }

    /// <param name="at">The operation, 0 the first; none where it never comes to that.</param>
    /// <param name="always">Whether all after it fail too.</param>
    /// <param name="moment">When it fails.</param>
    public void Arm(int at, bool always, FaultMoment moment)
    {
        _seen.Clear();
        (_at, _always, _moment, _ofDisk, Faults) = (at, always, moment, null, 0);
    }

    public void Disarm() => _at = int.MaxValue;

    public T File<T>(string name, Func<T> operation) => Step(name, ofDisk: true, operation, () => new IOException("No space left on device: " + name));

    public T Database<T>(string name, Func<T> operation) => Step(name, ofDisk: false, operation, () => new SqliteException("database is locked: " + name, SQLitePCL.raw.SQLITE_BUSY));

    private T Step<T>(string name, bool ofDisk, Func<T> operation, Func<Exception> fault)
    {
        var number = _seen.Count;
        _seen.Add(name);
        if (number == _at)
            _ofDisk = ofDisk;
        if (number != _at && !(_always && number > _at && ofDisk == _ofDisk))
            return operation();
        Faults++;
        if (_moment == FaultMoment.After)
            operation();
        throw fault();
    }
}
