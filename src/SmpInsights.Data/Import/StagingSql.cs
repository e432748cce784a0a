namespace SmpInsights.Data.Import;

/// <summary>
/// The statements that take one table's rows from the staging table into their own. Every name in them comes from <see cref="Contract"/>,
/// every value from a parameter. Rows noted as rejected are left out; a row's first reason is kept.
/// </summary>
internal abstract class StagingSql(SmpDatabase db, ContractTable table)
{
    /// <summary>The staging table's column that holds a cell as the file has it; NULL where that is what is stored.</summary>
    public static string Written(ContractColumn column) => column.Name + "_written";

    /// <summary>Line, column, value, reason and id of the rejected rows, by line.</summary>
    public abstract string ListRejected { get; }

    /// <summary>Whether a staged row is noted as rejected.</summary>
    public abstract string HasRejected { get; }

    /// <summary>Notes the ids of rejected rows, while they are still staged.</summary>
    public abstract string NameRejected { get; }

    public abstract string DropRejected { get; }

    /// <summary>What is done once the rows are there, before they are searched by id.</summary>
    public abstract IEnumerable<string> Prepare { get; }

    /// <summary>Notes the treatments that the rows belong to.</summary>
    public abstract string Touch { get; }

    public abstract string CountStaged { get; }

    public abstract string Update { get; }

    public abstract string Insert { get; }

    /// <summary>One statement a column: rules see what would be stored, the reject shows what is in the file.</summary>
    public abstract IEnumerable<string> ShowWritten { get; }

    /// <summary>One statement a reference: rows that name what is not there.</summary>
    public IEnumerable<string> RejectReferences => table.Columns.Where(c => c.References is not null).Select(c => IfAnyIsMissing(c.Name, c.References!, RejectWhere($"""
        SELECT s.line, '{c.Name}' AS column_name, s.{c.Name} AS value, '{RowParser.NoSuch(c)}' AS reason
        FROM staged AS s
        WHERE s.{c.Name} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {c.References} AS r WHERE r.{c.Name} = s.{c.Name})
        """)));

    /// <summary>One statement a rule that needs other tables.</summary>
    public IEnumerable<string> RejectRules => table.TableRules.Select(rule => RejectWhere(db.Statement($"import/rules/{rule}")));

    /// <summary>Of several good rows of one id the first is kept.</summary>
    public string RejectRepeated => RejectWhere($"""
        SELECT s.line, '{Id}' AS column_name, s.{Id} AS value, 'the id comes again in this file, its first row is kept' AS reason
        FROM (SELECT line, {Id}, ROW_NUMBER() OVER (PARTITION BY {Id} ORDER BY line) AS occurrence FROM staged) AS s
        WHERE s.occurrence > 1
        """);

    /// <summary>The clinics of rows that are new or differ from the stored ones, and those of the rows they replace. To be asked before the rows are stored.</summary>
    public string FindChanged => Over(ChangedClinics.Find(table, Differs("t")));

    public string HasRows => $"SELECT CASE WHEN EXISTS (SELECT 1 FROM {Table}) THEN 1 ELSE 0 END";

    protected string Table => table.Name;

    protected string Id => table.Id.Name;

    protected string Columns { get; } = string.Join(", ", table.Columns.Select(c => c.Name));

    protected IEnumerable<string> Others => table.Columns.Skip(1).Select(c => c.Name);

    protected IEnumerable<ContractColumn> Rewritten => table.Columns.Where(c => c.IsRewritten);

    /// <summary>A statement of <c>sql/import</c> over the tables <c>staged</c> and <c>touched</c>.</summary>
    public abstract string Over(string statement);

    /// <summary>Whether a staged row <c>s</c> holds anything else than the stored row of the same id, which goes by the name.</summary>
    protected abstract string Differs(string stored);

    /// <summary>A statement that is needed only where a staged row names a row of the other table that is not there; it may be run in any case.</summary>
    protected virtual string IfAnyIsMissing(string column, string references, string statement) => statement;

    /// <summary>Notes the rows of a query (line, column_name, value, reason) over <c>staged</c> as rejected.</summary>
    protected abstract string RejectWhere(string select);
}
