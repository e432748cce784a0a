using SmpInsights.Outcomes.Input;

namespace SmpInsights.Outcomes.Time;

/// <summary>Rows chosen from a table, in their order, with the way from an old row to its new place.</summary>
internal sealed class Selection
{
    private readonly int[] _rows;
    private readonly int[] _place;

    public Selection(int count, Func<int, bool> keep)
    {
        _rows = [.. Enumerable.Range(0, count).Where(keep)];
        _place = new int[count];
        Array.Fill(_place, ClinicData.None);
        for (var i = 0; i < _rows.Length; i++)
            _place[_rows[i]] = i;
    }

    public bool Holds(int row) => row >= 0 && _place[row] >= 0;

    public T[] Pick<T>(T[] column) => Array.ConvertAll(_rows, i => column[i]);

    public T[] Map<T>(Func<int, T> value) => Array.ConvertAll(_rows, i => value(i));

    /// <summary>References to the table's old rows as references to the chosen ones; none where the row was not chosen.</summary>
    public int[] Of(int[] references) => Array.ConvertAll(references, r => r < 0 ? ClinicData.None : _place[r]);
}
