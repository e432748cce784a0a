namespace SmpInsights.Data.Maps;

/// <summary>One treatment as appointments tell it: its sessions, then its touch-ups.</summary>
internal sealed class Course(string technique)
{
    public string Technique { get; } = technique;

    public List<Appointment> Sessions { get; } = [];

    public List<(Appointment Appointment, bool Late)> TouchUps { get; } = [];

    public DateOnly? LastSession => Sessions.LastOrDefault(s => s.TookPlace)?.Day;

    public DateOnly LastDay => TouchUps.Count > 0 ? TouchUps[^1].Appointment.Day : Sessions[^1].Day;

    /// <summary>Finished with its last session, where a touch-up followed or more days have gone than lie between sessions.</summary>
    public DateOnly? CompletedOn(DateOnly today, int gapDays) =>
        LastSession is { } last && (TouchUps.Count > 0 || today.DayNumber - last.DayNumber > gapDays) ? last : null;
}
