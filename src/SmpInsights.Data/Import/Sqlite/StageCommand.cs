using System.Data.Common;

namespace SmpInsights.Data.Import.Sqlite;

/// <summary>The prepared INSERT of one parsed row into the staging table.</summary>
internal sealed class StageCommand : IDisposable
{
    private readonly DbCommand command;
    private readonly DbParameter line;
    private readonly DbParameter[] cells;
    private readonly (int Column, DbParameter Parameter)[] written;

    public StageCommand(DbConnection connection, DbTransaction transaction, ContractTable table, string statement)
    {
        command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = statement;
        line = Parameter("@line");
        cells = [.. table.Columns.Select(column => Parameter("@" + column.Name))];
        written = [.. table.Columns.Index().Where(c => c.Item.IsRewritten).Select(c => (c.Index, Parameter("@" + StagingSql.Written(c.Item))))];
    }

    public void Add(long rowLine, StagedRow row)
    {
        line.Value = rowLine;
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i].Value = row.Cells[i] ?? DBNull.Value;
        }

        foreach (var (column, parameter) in written)
        {
            var text = row.Written[column];
            parameter.Value = text is null || string.Equals(text, row.Cells[column] as string, StringComparison.Ordinal) ? DBNull.Value : text;
        }

        command.ExecuteNonQuery();
    }

    public void Dispose() => command.Dispose();

    private DbParameter Parameter(string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
