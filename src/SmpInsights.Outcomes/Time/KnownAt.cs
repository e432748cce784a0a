using SmpInsights.Outcomes.Input;

namespace SmpInsights.Outcomes.Time;

/// <summary>What was known on a day: the one place where later rows and later facts are taken away.</summary>
public static class KnownAtExtensions
{
    /// <summary>
    /// The rows dated on or before <paramref name="asOf"/>, with later completions, ends of follow-up, responses and resolutions emptied.
    /// Rows of a treatment not yet begun are gone with it; a payment towards one stays, without its reference. Clients, practitioners, techniques and pigments
    /// that no remaining row refers to are gone too, so that what is added to those lists later does not change what was known.
    /// </summary>
    public static ClinicData KnownAt(this ClinicData all, DateOnly asOf) => Kept(all, asOf, null);

    /// <summary>
    /// The rows of one clinic: what belongs to its clients, and its payments; of clients, practitioners, techniques and pigments those that such a row refers to.
    /// A practitioner of another clinic who worked on its clients has <see cref="ClinicData.None"/> for a clinic.
    /// </summary>
    /// <param name="all">Rows of one or more clinics.</param>
    /// <param name="clinic">The clinic's place in its table.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such clinic.</exception>
    public static ClinicData OfClinic(this ClinicData all, int clinic)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(clinic);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(clinic, all.Clinics.Count);
        return Kept(all, DateOnly.MaxValue, clinic);
    }

    private static ClinicData Kept(ClinicData all, DateOnly asOf, int? clinic)
    {
        bool Within(int of) => clinic is null || of == clinic;
        DateOnly? Known(DateOnly? date) => date <= asOf ? date : null;

        var t = all.Treatments;
        var treatments = new Selection(t.Count, i => t.StartedOn[i] <= asOf && Within(all.Clients.Clinic[t.Client[i]]));
        var s = all.Sessions;
        var sessions = new Selection(s.Count, i => s.PerformedOn[i] <= asOf && treatments.Holds(s.Treatment[i]));
        var u = all.TouchUps;
        var touchUps = new Selection(u.Count, i => u.PerformedOn[i] <= asOf && treatments.Holds(u.Treatment[i]));
        var a = all.Assessments;
        var assessments = new Selection(a.Count, i => a.AssessedOn[i] <= asOf && treatments.Holds(a.Treatment[i]));
        var q = all.Surveys;
        var surveys = new Selection(q.Count, i => q.SentOn[i] <= asOf && treatments.Holds(q.Treatment[i]));
        bool Answered(int i) => q.RespondedOn[i] <= asOf;
        var c = all.AftercareChecks;
        var checks = new Selection(c.Count, i => c.CheckedOn[i] <= asOf && treatments.Holds(c.Treatment[i]));
        var e = all.AdverseEvents;
        var events = new Selection(e.Count, i => e.OccurredOn[i] <= asOf && treatments.Holds(e.Treatment[i]));
        var p = all.Payments;
        var payments = new Selection(p.Count, i => p.PaidOn[i] <= asOf && Within(p.Clinic[i]));

        var clinics = new Selection(all.Clinics.Count, Within);
        var clients = Referenced(all.Clients.Count, treatments.Pick(t.Client));
        var techniques = Referenced(all.Techniques.Count, treatments.Pick(t.Technique));
        var practitioners = Referenced(all.Practitioners.Count, treatments.Pick(t.Practitioner), sessions.Pick(s.Practitioner), touchUps.Pick(u.Practitioner));
        var pigments = Referenced(all.Pigments.Count, sessions.Pick(s.Pigment), touchUps.Pick(u.Pigment));
        var (k, m, n, g) = (all.Clients, all.Practitioners, all.Techniques, all.Pigments);

        return new ClinicData
        {
            Clinics = new(clinics.Pick(all.Clinics.Id), clinics.Pick(all.Clinics.Name), clinics.Pick(all.Clinics.TimeZone), clinics.Pick(all.Clinics.Currency)),
            Practitioners = new(practitioners.Pick(m.Id), clinics.Of(practitioners.Pick(m.Clinic)), practitioners.Pick(m.Name)),
            Clients = new(clients.Pick(k.Id), clinics.Of(clients.Pick(k.Clinic)), clients.Pick(k.BirthYear), clients.Pick(k.Sex), clients.Pick(k.SkinType), clients.Pick(k.SkinOiliness), clients.Pick(k.SunExposure), clients.Pick(k.UsesSunscreen), clients.Pick(k.Smoker)),
            Techniques = new(techniques.Pick(n.Id), techniques.Pick(n.Name)),
            Pigments = new(pigments.Pick(g.Id), pigments.Pick(g.Brand), pigments.Pick(g.Shade)),
            Treatments = new(treatments.Pick(t.Id), clients.Of(treatments.Pick(t.Client)), practitioners.Of(treatments.Pick(t.Practitioner)), techniques.Of(treatments.Pick(t.Technique)), treatments.Pick(t.StartedOn),
                treatments.Map(i => Known(t.CompletedOn[i])), treatments.Map(i => Known(t.FollowUpEndedOn[i])), treatments.Map(i => Known(t.FollowUpEndedOn[i]) is null ? null : t.EndReason[i])),
            Sessions = new(sessions.Pick(s.Id), treatments.Of(sessions.Pick(s.Treatment)), sessions.Pick(s.SessionNo), sessions.Pick(s.PerformedOn), practitioners.Of(sessions.Pick(s.Practitioner)), pigments.Of(sessions.Pick(s.Pigment)), sessions.Pick(s.Status), sessions.Pick(s.DurationMinutes)),
            TouchUps = new(touchUps.Pick(u.Id), treatments.Of(touchUps.Pick(u.Treatment)), touchUps.Pick(u.PerformedOn), practitioners.Of(touchUps.Pick(u.Practitioner)), touchUps.Pick(u.Reason), pigments.Of(touchUps.Pick(u.Pigment)), touchUps.Pick(u.UnderWarranty)),
            Assessments = new(assessments.Pick(a.Id), treatments.Of(assessments.Pick(a.Treatment)), assessments.Pick(a.AssessedOn), assessments.Pick(a.Method), assessments.Pick(a.Contrast)),
            Surveys = new(surveys.Pick(q.Id), treatments.Of(surveys.Pick(q.Treatment)), surveys.Pick(q.SentOn), surveys.Map(i => Known(q.RespondedOn[i])),
                surveys.Map(i => Answered(i) ? q.Satisfaction[i] : null), surveys.Map(i => Answered(i) ? q.Recommend[i] : null), surveys.Map(i => Answered(i) ? q.NaturalLook[i] : null), surveys.Map(i => Answered(i) ? q.ExpectationMet[i] : null)),
            AftercareChecks = new(checks.Pick(c.Id), treatments.Of(checks.Pick(c.Treatment)), checks.Pick(c.CheckedOn), checks.Pick(c.AvoidedSwimming), checks.Pick(c.AvoidedSteam), checks.Pick(c.AvoidedExercise), checks.Pick(c.UsesSunscreen), checks.Pick(c.Moisturises)),
            AdverseEvents = new(events.Pick(e.Id), treatments.Of(events.Pick(e.Treatment)), events.Pick(e.OccurredOn), events.Pick(e.Kind), events.Pick(e.Severity), events.Map(i => Known(e.ResolvedOn[i]))),
            Payments = new(payments.Pick(p.Id), clinics.Of(payments.Pick(p.Clinic)), treatments.Of(payments.Pick(p.Treatment)), touchUps.Of(payments.Pick(p.TouchUp)),
                payments.Pick(p.Kind), payments.Pick(p.PaidOn), payments.Pick(p.Amount), payments.Pick(p.Tax), payments.Pick(p.Currency), payments.Pick(p.Method)),
        };
    }

    private static Selection Referenced(int count, params int[][] references)
    {
        var used = new bool[count];
        foreach (var row in references.SelectMany(r => r))
            if (row >= 0)
                used[row] = true;
        return new Selection(count, i => used[i]);
    }
}
