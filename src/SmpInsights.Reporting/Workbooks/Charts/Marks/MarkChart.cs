using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Workbooks.Charts.Marks;

/// <summary>What one kind of mark brings to its figure's sheet.</summary>
internal interface IMarkChart
{
    public Type Kind { get; }

    /// <summary>Its columns of the table.</summary>
    public IEnumerable<DataColumn> Columns(Mark mark);

    /// <summary>Its native series, which read those columns.</summary>
    public void Draw(Mark mark, IReadOnlyList<PlacedColumn> columns, Plot plot);
}

/// <inheritdoc cref="IMarkChart"/>
internal abstract class MarkChart<TMark> : IMarkChart
    where TMark : Mark
{
    public Type Kind => typeof(TMark);

    public IEnumerable<DataColumn> Columns(Mark mark) => Columns((TMark)mark);

    public void Draw(Mark mark, IReadOnlyList<PlacedColumn> columns, Plot plot) => Draw((TMark)mark, columns, plot);

    protected abstract IEnumerable<DataColumn> Columns(TMark mark);

    protected abstract void Draw(TMark mark, IReadOnlyList<PlacedColumn> columns, Plot plot);
}
