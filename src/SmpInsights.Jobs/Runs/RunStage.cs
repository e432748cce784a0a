namespace SmpInsights.Jobs.Runs;

/// <summary>The stages of a run, in order, as the ledger and progress bars name them.</summary>
public static class RunStage
{
    public const string Read = "read";
    public const string Compute = "compute";
    public const string Suppress = "suppress";
    public const string LayOut = "lay out";
    public const string Write = "write";
    public const string Publish = "publish";

    private static readonly string[] Order = [Read, Compute, Suppress, LayOut, Write, Publish];

    /// <summary>Share of the run that is behind when a stage begins.</summary>
    public static double Share(string stage) => (double)Array.IndexOf(Order, stage) / Order.Length;
}
