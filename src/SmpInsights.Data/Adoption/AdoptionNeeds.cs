using SmpInsights.Data.Import;
using SmpInsights.Data.Workbooks;

namespace SmpInsights.Data.Adoption;

/// <summary>What the product reads: a view for each table, a column for each fact.</summary>
public static class AdoptionNeeds
{
    /// <summary>In the order of the contract; names as they are written in the source's database, or on SQL Server where there is none.</summary>
    public static IReadOnlyList<NeededView> Of(ClinicSource? source) =>
    [
        .. Contract.Tables.Select(t => new NeededView((source?.Dialect ?? ViewDialect.SqlServer).View(t.Name), t.Needed, [.. t.Columns.Select(c => new NeededColumn(c.Name, c.Required, TemplateText.Of(t, c)))])),
    ];

    /// <summary>Which of the views the database has.</summary>
    /// <exception cref="SmpDataException">The database can't be read.</exception>
    public static IReadOnlyCollection<string> There(ClinicSource source)
    {
        var there = source.Views(source.Tables());
        return [.. Contract.Tables.Where(t => there.ContainsKey(t.Name)).Select(source.ViewOf)];
    }
}
