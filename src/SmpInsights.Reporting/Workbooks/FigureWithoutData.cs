using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>A figure that has not enough data yet: the reason in its place, no chart and no table.</summary>
internal sealed class FigureWithoutData(Figure figure, string title, string section) : SheetBlock(title, section)
{
    private readonly SheetNote _reason = new(["Not enough data yet" + (figure.NoDataReason is { } reason ? ": " + reason : ".")], PageLayout.Narrowest, isQuiet: false);
    private readonly SheetNote _note = new([FigureRemarks.Foot(figure)], PageLayout.Narrowest);

    public override string Kind => (HeatMapOnSheet.IsHeatMap(figure) ? "Shaded table" : "Chart") + ", not enough data yet";

    public override double Height => _reason.Height + _note.Height;

    public override IEnumerable<SheetTable> Tables => [];

    public override int ColumnsPrinted => 1;

    public override int Write(SheetPage page, int top, int titleRow) =>
        _note.Write(page.Sheet, _reason.Write(page.Sheet, top, page.Printed), page.Printed);
}
