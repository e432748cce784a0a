using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace SmpInsights.Jobs.Tests.Faults;

/// <summary>The real database, which fails as planned: on opening, at each statement, with each row and at the commit.</summary>
public sealed class FaultyConnection(DbConnection inner, FaultPlan plan) : DbConnection
{
    public FaultPlan Plan => plan;

    [AllowNull]
    public override string ConnectionString { get => inner.ConnectionString; set => inner.ConnectionString = value; }

    public override string Database => inner.Database;

    public override string DataSource => inner.DataSource;

    public override string ServerVersion => inner.ServerVersion;

    public override ConnectionState State => inner.State;

    public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

    public override void Close() => inner.Close();

    public override void Open() => plan.Database("open", () =>
    {
        inner.Open();
        return true;
    });

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        new Transaction(plan.Database("begin", () => inner.BeginTransaction(isolationLevel)), this);

    protected override DbCommand CreateDbCommand() => new Command(inner.CreateCommand(), this);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private sealed class Transaction(DbTransaction inner, FaultyConnection connection) : DbTransaction
    {
        public DbTransaction Inner => inner;

        public override IsolationLevel IsolationLevel => inner.IsolationLevel;

        protected override DbConnection DbConnection => connection;

        public override void Commit() => connection.Plan.Database("commit", () =>
        {
            inner.Commit();
            return true;
        });

        public override void Rollback() => inner.Rollback();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class Command(DbCommand inner, FaultyConnection connection) : DbCommand
    {
        [AllowNull]
        public override string CommandText { get => inner.CommandText; set => inner.CommandText = value; }

        public override int CommandTimeout { get => inner.CommandTimeout; set => inner.CommandTimeout = value; }

        public override CommandType CommandType { get => inner.CommandType; set => inner.CommandType = value; }

        public override bool DesignTimeVisible { get => false; set => _ = value; }

        public override UpdateRowSource UpdatedRowSource { get => inner.UpdatedRowSource; set => inner.UpdatedRowSource = value; }

        protected override DbConnection? DbConnection { get => connection; set => _ = value; }

        protected override DbParameterCollection DbParameterCollection => inner.Parameters;

        protected override DbTransaction? DbTransaction { get => inner.Transaction; set => inner.Transaction = ((Transaction?)value)?.Inner; }

        public override void Cancel() => inner.Cancel();

        public override void Prepare() => inner.Prepare();

        public override int ExecuteNonQuery() => connection.Plan.Database("execute " + Name(), inner.ExecuteNonQuery);

        public override object? ExecuteScalar() => connection.Plan.Database("execute " + Name(), inner.ExecuteScalar);

        protected override DbParameter CreateDbParameter() => inner.CreateParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) =>
            new FaultyReader(connection.Plan.Database("query " + Name(), () => inner.ExecuteReader(behavior)), connection.Plan);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }

        private string Name() => CommandText.Split('\n')[0];
    }
}
