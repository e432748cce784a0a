using System.Globalization;

namespace SmpInsights.Data.Maps;

/// <summary>Treatments, sessions, touch-ups and payments out of a clinic's appointments, by the stated rules: an export knows appointments only.</summary>
internal sealed class AppointmentCourses(MapWork work)
{
    public const string UnspecifiedTechnique = "unspecified";

    private readonly int gapDays = work.Map.CourseGapDays;
    private readonly HashSet<string> treatments = new(StringComparer.Ordinal);

    public void Add(IEnumerable<Appointment> appointments)
    {
        foreach (var client in appointments.GroupBy(a => a.Client, StringComparer.Ordinal))
        {
            var courses = Courses(client.OrderBy(a => a.Start).ThenBy(a => a.Id, StringComparer.Ordinal));
            courses.ForEach(Add);
        }
    }

    private List<Course> Courses(IEnumerable<Appointment> inOrder)
    {
        List<Course> courses = [];
        foreach (var one in inOrder)
        {
            switch (one.Service.Kind)
            {
                case ServiceKind.Session:
                    AddSession(courses, one);
                    break;
                case ServiceKind.TouchUp:
                    AddTouchUp(one, courses.FindLast(c => c.LastSession is not null && (one.Technique is null || Same(c.Technique, one.Technique))), late: false);
                    break;
                default:
                    AddPayment(one, "deposit", treatment: null, touchUp: null);
                    break;
            }
        }

        return courses;
    }

    private void AddSession(List<Course> courses, Appointment session)
    {
        var technique = session.Technique ?? courses.LastOrDefault()?.Technique ?? UnspecifiedTechnique;
        var course = courses.FindLast(c => Same(c.Technique, technique));
        var follows = course is not null && course.TouchUps.Count == 0 && session.Day.DayNumber - course.LastDay.DayNumber <= gapDays;
        if (follows)
        {
            course!.Sessions.Add(session);
        }
        else if (course?.LastSession is not null)
        {
            AddTouchUp(session, course, late: true);
        }
        else
        {
            var fresh = new Course(technique);
            fresh.Sessions.Add(session);
            courses.Add(fresh);
        }
    }

    private void AddTouchUp(Appointment touchUp, Course? course, bool late)
    {
        if (!touchUp.TookPlace)
        {
            work.LeaveOut("touch-ups", "cancelled or missed");
        }
        else if (course is null)
        {
            Reject(touchUp, "a session of this client before the touch-up, in this export");
        }
        else if (touchUp.Day <= course.LastSession)
        {
            Reject(touchUp, string.Create(CultureInfo.InvariantCulture, $"a touch-up after the treatment's last session, {course.LastSession:yyyy-MM-dd}"));
        }
        else
        {
            course.TouchUps.Add((touchUp, late));
        }
    }

    /// <summary>What is stored of a rejected appointment stays.</summary>
    private void Reject(Appointment one, string expected)
    {
        work.Told.Remove(one.Id);
        work.Reject(one.File, one.Line, new("", "", expected));
    }

    private void Add(Course course)
    {
        var first = course.Sessions[0];
        var id = course.Sessions.Select(s => s.Treatment).OfType<string>().Concat(Enumerable.Range(1, int.MaxValue).Select(n => TreatmentId(first.Id, n))).First(treatments.Add);
        var completed = course.CompletedOn(work.Today, gapDays);
        var technique = work.Technique(course.Technique, first.File, first.Line);
        var treating = (course.Sessions.Find(s => s.TookPlace) ?? first).Practitioner;
        work["treatments"].Add(first.File, first.Line, ("treatment_id", id), ("client_id", first.Client), ("practitioner_id", treating), ("technique_id", technique),
            ("started_on", Iso(first.Day)), ("completed_on", completed is { } day ? Iso(day) : null));
        work.Infer("treatments", id, "treatment_id", id, InferenceRule.Course(gapDays));
        if (!first.Service.IsStated || first.Technique is null)
        {
            work.Infer("treatments", id, "technique_id", technique, first.Technique is null ? InferenceRule.TechniqueOfTreatment : InferenceRule.ServiceWords);
        }

        if (completed is { } end)
        {
            work.Infer("treatments", id, "completed_on", Iso(end), InferenceRule.Completed(gapDays));
        }

        var number = 1;
        foreach (var session in course.Sessions)
        {
            AddSession(session, id, number);
            number += session.TookPlace ? 1 : 0;
        }

        foreach (var (touchUp, late) in course.TouchUps)
        {
            AddTouchUp(touchUp, id, late);
        }
    }

    private void AddSession(Appointment session, string treatment, int number)
    {
        work["sessions"].Add(session.File, session.Line, ("session_id", session.Id), ("treatment_id", treatment), ("session_no", number.ToString(CultureInfo.InvariantCulture)), ("performed_on", Iso(session.Day)),
            ("practitioner_id", session.Practitioner), ("duration_min", session.Minutes?.ToString(CultureInfo.InvariantCulture)), ("status", session.Status));
        if (session.StatusAssumed)
        {
            work.Infer("sessions", session.Id, "status", session.Status, InferenceRule.TookPlace);
        }

        AddPayment(session, "session", treatment, touchUp: null);
    }

    private void AddTouchUp(Appointment touchUp, string treatment, bool late)
    {
        work["touch_ups"].Add(touchUp.File, touchUp.Line, ("touch_up_id", touchUp.Id), ("treatment_id", treatment), ("performed_on", Iso(touchUp.Day)),
            ("practitioner_id", touchUp.Practitioner), ("reason", touchUp.Service.Reason ?? "fade"));
        if (late || !touchUp.Service.IsStated || touchUp.StatusAssumed)
        {
            work.Infer("touch_ups", touchUp.Id, "touch_up_id", touchUp.Id, late ? InferenceRule.LateSession(gapDays) : !touchUp.Service.IsStated ? InferenceRule.ServiceWords : InferenceRule.TookPlace);
        }

        if (touchUp.Service.Reason is null)
        {
            work.Infer("touch_ups", touchUp.Id, "reason", "fade", InferenceRule.FadeReason);
        }

        AddPayment(touchUp, "touch-up", treatment, touchUp.Id);
    }

    private void AddPayment(Appointment paidFor, string kind, string? treatment, string? touchUp)
    {
        if (paidFor.Paid is not { } paid)
        {
            return;
        }

        var id = PaymentId(paidFor.Id, treatment is null ? paidFor.Client : null);
        kind = paid.Amount < paid.Price || !paidFor.TookPlace ? "deposit" : kind;
        work["payments"].Add(paidFor.File, paidFor.Line, ("payment_id", id), ("clinic_id", work.Clinic.Id), ("treatment_id", treatment), ("touch_up_id", touchUp), ("kind", kind),
            ("paid_on", Iso(paid.On)), ("amount", paid.Amount.ToString(CultureInfo.InvariantCulture)), ("tax", "0"), ("currency", work.Clinic.Currency));
        work.Infer("payments", id, "kind", kind, InferenceRule.PaymentKind);
        work.Infer("payments", id, "paid_on", Iso(paid.On), paid.Rule);
        work.Infer("payments", id, "tax", "0", InferenceRule.NoTax);
    }

    /// <param name="appointment">The treatment's first.</param>
    /// <param name="n">1, unless the id is another treatment's by now.</param>
    public static string TreatmentId(string appointment, int n) => RowId.Of(appointment, n == 1 ? "t" : "t" + n.ToString(CultureInfo.InvariantCulture));

    /// <summary>A payment that belongs to no treatment ends with whose it is: by nothing else could it be found when the client is to be forgotten.</summary>
    public static string PaymentId(string appointment, string? client) => client is null ? RowId.Of(appointment, "p") : RowId.Ending(appointment, $"-{client}-p");

    private static string Iso(DateOnly date) => Import.CellParser.Iso(date);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
