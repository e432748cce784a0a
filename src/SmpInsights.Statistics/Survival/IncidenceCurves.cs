using System.Runtime.InteropServices;

namespace SmpInsights.Statistics.Survival;

/// <summary>Cumulative incidence of competing causes. The outer arrays hold one entry for every distinct time, ascending; the inner ones one a cause, cause 1 first.</summary>
public sealed class IncidenceCurves
{
    /// <summary>Number of subjects, at least one.</summary>
    public required int Subjects { get; init; }

    /// <summary>Distinct times, ascending, in the unit they were given in.</summary>
    public required double[] Times { get; init; }

    /// <summary>Probability that the cause has ended a subject's time, from each time on.</summary>
    public required double[][] Incidence { get; init; }

    /// <summary>Standard error of <see cref="Incidence"/>.</summary>
    public required double[][] StandardError { get; init; }

    /// <summary>The curve of a cause, counted from 1, at a time: 0 before the first, held flat beyond the last.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not finite, or there is no such cause.</exception>
    public IncidencePoint At(double time, int cause)
    {
        if (!(time >= 0 && double.IsFinite(time)))
            throw new ArgumentOutOfRangeException(nameof(time), time, "Must be a finite time, 0 or later.");
        if (cause < 1 || cause > Incidence[0].Length)
            throw new ArgumentOutOfRangeException(nameof(cause), cause, "There is no such cause.");
        int found = Array.BinarySearch(Times, time);
        int last = found >= 0 ? found : ~found - 1;
        return last < 0 ? default : new IncidencePoint(Incidence[last][cause - 1], StandardError[last][cause - 1]);
    }
}

/// <summary>A cumulative incidence read at one time, with its standard error.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct IncidencePoint(double Incidence, double StandardError);
