using SmpInsights.Outcomes.Input;

namespace SmpInsights.Outcomes.Tests;

/// <summary>Rows of a clinic written down by hand, by id, and turned into the columns that measures read.</summary>
public sealed class ClinicRows
{
    private readonly SortedDictionary<string, (string Zone, string Currency)> _clinics = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _clients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _sun = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _skin = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _techniques = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (string Client, string Technique, string Practitioner, DateOnly Started, DateOnly? Completed, DateOnly? Ended, EndReason? Reason)> _treatments = new(StringComparer.Ordinal);
    private readonly List<(string Treatment, DateOnly On, SessionStatus Status, string? Brand)> _sessions = [];
    private readonly SortedDictionary<string, (string Treatment, DateOnly On, TouchUpReason Reason, bool? Warranty, string Practitioner)> _touchUps = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (string Treatment, DateOnly On, AssessmentMethod Method, double Contrast)> _assessments = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (string Treatment, DateOnly Sent, DateOnly? Back, int? Satisfaction, int? Recommend)> _surveys = new(StringComparer.Ordinal);
    private readonly List<(string Treatment, DateOnly On, Severity Severity)> _events = [];
    private readonly List<(string Clinic, string? Treatment, string? TouchUp, PaymentKind Kind, DateOnly On, decimal Amount, decimal Tax)> _payments = [];

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public ClinicRows Clinic(string id = "C", string zone = "Europe/London", string currency = "GBP")
    {
        _clinics[id] = (zone, currency);
        return this;
    }

    /// <summary>A treatment, its client and its technique.</summary>
    public ClinicRows Treatment(string id, string started, string? completed, string technique = "density", string? client = null, string? ended = null, EndReason? reason = null, string clinic = "C", string practitioner = "P")
    {
        if (!_clinics.ContainsKey(clinic))
            Clinic(clinic);
        _clients[client ?? "client-" + id] = clinic;
        _techniques.Add(technique);
        _treatments[id] = (client ?? "client-" + id, technique, practitioner, Day(started), completed is null ? null : Day(completed), ended is null ? null : Day(ended), reason);
        return this;
    }

    public ClinicRows SunExposure(string client, string? exposure)
    {
        _sun[client] = exposure;
        return this;
    }

    public ClinicRows SkinType(string client, string? type)
    {
        _skin[client] = type;
        return this;
    }

    public ClinicRows Session(string treatment, string on, SessionStatus status = SessionStatus.Completed, string? brand = null)
    {
        _sessions.Add((treatment, Day(on), status, brand));
        return this;
    }

    public ClinicRows TouchUp(string id, string treatment, string on, TouchUpReason reason = TouchUpReason.Fade, bool? warranty = null, string practitioner = "P")
    {
        _touchUps[id] = (treatment, Day(on), reason, warranty, practitioner);
        return this;
    }

    public ClinicRows Reading(string id, string treatment, string on, double contrast, AssessmentMethod method = AssessmentMethod.Colorimetry)
    {
        _assessments[id] = (treatment, Day(on), method, contrast);
        return this;
    }

    public ClinicRows Survey(string id, string treatment, string sent, string? back = null, int? satisfaction = null, int? recommend = null)
    {
        _surveys[id] = (treatment, Day(sent), back is null ? null : Day(back), satisfaction, recommend);
        return this;
    }

    public ClinicRows AdverseEvent(string treatment, string on, Severity severity = Severity.Mild)
    {
        _events.Add((treatment, Day(on), severity));
        return this;
    }

    public ClinicRows Payment(PaymentKind kind, string on, decimal amount, decimal tax = 0, string? treatment = null, string? touchUp = null, string clinic = "C")
    {
        if (!_clinics.ContainsKey(clinic))
            Clinic(clinic);
        _payments.Add((clinic, treatment, touchUp, kind, Day(on), amount, tax));
        return this;
    }

    public ClinicData Data()
    {
        string[] practitioners = [.. _treatments.Values.Select(t => t.Practitioner).Concat(_touchUps.Values.Select(u => u.Practitioner)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] brands = [.. _sessions.Select(s => s.Brand).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var at = (Clinic: Places(_clinics.Keys), Client: Places(_clients.Keys), Technique: Places(_techniques), Treatment: Places(_treatments.Keys), TouchUp: Places(_touchUps.Keys), Practitioner: Places(practitioners));
        string[] Ids(int count, char letter) => [.. Enumerable.Range(0, count).Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{letter}{i:00000}"))];
        T[] All<T>(int count, T value) => [.. Enumerable.Repeat(value, count)];
        return new ClinicData
        {
            Clinics = new([.. _clinics.Keys], [.. _clinics.Keys.Select(k => "Clinic " + k)], [.. _clinics.Values.Select(c => c.Zone)], [.. _clinics.Values.Select(c => c.Currency)]),
            Practitioners = new(practitioners, All(practitioners.Length, 0), [.. practitioners.Select(p => "Practitioner " + p)]),
            Clients = new([.. _clients.Keys], [.. _clients.Values.Select(c => at.Clinic[c])], All<int?>(_clients.Count, null), All<string?>(_clients.Count, null), [.. _clients.Keys.Select(k => _skin.GetValueOrDefault(k))], All<string?>(_clients.Count, null), [.. _clients.Keys.Select(k => _sun.GetValueOrDefault(k))], All<bool?>(_clients.Count, null), All<bool?>(_clients.Count, null)),
            Techniques = new([.. _techniques], [.. _techniques]),
            Pigments = new([.. brands.Select(b => "pigment-" + b)], brands, All(brands.Length, "1")),
            Treatments = new([.. _treatments.Keys], [.. _treatments.Values.Select(t => at.Client[t.Client])], [.. _treatments.Values.Select(t => at.Practitioner[t.Practitioner])], [.. _treatments.Values.Select(t => at.Technique[t.Technique])],
                [.. _treatments.Values.Select(t => t.Started)], [.. _treatments.Values.Select(t => t.Completed)], [.. _treatments.Values.Select(t => t.Ended)], [.. _treatments.Values.Select(t => t.Reason)]),
            Sessions = new(Ids(_sessions.Count, 'S'), [.. _sessions.Select(s => at.Treatment[s.Treatment])], All(_sessions.Count, 1), [.. _sessions.Select(s => s.On)], All(_sessions.Count, 0), [.. _sessions.Select(s => s.Brand is null ? ClinicData.None : Array.IndexOf(brands, s.Brand))], [.. _sessions.Select(s => s.Status)], All<int?>(_sessions.Count, null)),
            TouchUps = new([.. _touchUps.Keys], [.. _touchUps.Values.Select(u => at.Treatment[u.Treatment])], [.. _touchUps.Values.Select(u => u.On)], [.. _touchUps.Values.Select(u => at.Practitioner[u.Practitioner])], [.. _touchUps.Values.Select(u => u.Reason)], All(_touchUps.Count, ClinicData.None), [.. _touchUps.Values.Select(u => u.Warranty)]),
            Assessments = new([.. _assessments.Keys], [.. _assessments.Values.Select(a => at.Treatment[a.Treatment])], [.. _assessments.Values.Select(a => a.On)], [.. _assessments.Values.Select(a => a.Method)], [.. _assessments.Values.Select(a => a.Contrast)]),
            Surveys = new([.. _surveys.Keys], [.. _surveys.Values.Select(q => at.Treatment[q.Treatment])], [.. _surveys.Values.Select(q => q.Sent)], [.. _surveys.Values.Select(q => q.Back)], [.. _surveys.Values.Select(q => q.Satisfaction)], [.. _surveys.Values.Select(q => q.Recommend)], All<int?>(_surveys.Count, null), All<int?>(_surveys.Count, null)),
            AftercareChecks = new([], [], [], [], [], [], [], []),
            AdverseEvents = new(Ids(_events.Count, 'E'), [.. _events.Select(e => at.Treatment[e.Treatment])], [.. _events.Select(e => e.On)], All(_events.Count, AdverseEventKind.Infection), [.. _events.Select(e => e.Severity)], All<DateOnly?>(_events.Count, null)),
            Payments = new(Ids(_payments.Count, 'Y'), [.. _payments.Select(p => at.Clinic[p.Clinic])], [.. _payments.Select(p => p.Treatment is null ? ClinicData.None : at.Treatment[p.Treatment])], [.. _payments.Select(p => p.TouchUp is null ? ClinicData.None : at.TouchUp[p.TouchUp])],
                [.. _payments.Select(p => p.Kind)], [.. _payments.Select(p => p.On)], [.. _payments.Select(p => p.Amount)], [.. _payments.Select(p => p.Tax)], [.. _payments.Select(p => _clinics[p.Clinic].Currency)], All<string?>(_payments.Count, null)),
        };
    }

    private static Dictionary<string, int> Places(IEnumerable<string> ids) => ids.Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i, StringComparer.Ordinal);
}
