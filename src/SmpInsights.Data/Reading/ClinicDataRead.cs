using SmpInsights.Outcomes.Input;

namespace SmpInsights.Data.Reading;

/// <summary>One read of all tables, parents before children so that a reference is an index by the time it is met.</summary>
internal sealed class ClinicDataRead(Action<string, Action<RowCursor>> stream)
{
    private readonly RowIndex clinics = new();
    private readonly RowIndex practitioners = new();
    private readonly RowIndex clients = new();
    private readonly RowIndex techniques = new();
    private readonly RowIndex pigments = new();
    private readonly RowIndex treatments = new();
    private readonly RowIndex touchUps = new();

    public ClinicData All() => new()
    {
        // The order matters: an initialiser runs from top to bottom, and a table follows those it refers to.
        Clinics = Clinics(),
        Practitioners = Practitioners(),
        Clients = Clients(),
        Techniques = Techniques(),
        Pigments = Pigments(),
        Treatments = Treatments(),
        Sessions = Sessions(),
        TouchUps = TouchUps(),
        Assessments = Assessments(),
        Surveys = Surveys(),
        AftercareChecks = AftercareChecks(),
        AdverseEvents = AdverseEvents(),
        Payments = Payments(),
    };

    private ClinicColumns Clinics()
    {
        List<string> name = [], zone = [], currency = [];
        stream("clinics", r =>
        {
            clinics.Add(r.Text(0));
            name.Add(r.Text(1));
            zone.Add(r.Shared(2));
            currency.Add(r.Shared(3));
        });
        return new([.. clinics.Ids], [.. name], [.. zone], [.. currency]);
    }

    private PractitionerColumns Practitioners()
    {
        List<int> clinic = [];
        List<string> name = [];
        stream("practitioners", r =>
        {
            practitioners.Add(r.Text(0));
            clinic.Add(r.Reference(1, clinics.Rows));
            name.Add(r.Text(2));
        });
        return new([.. practitioners.Ids], [.. clinic], [.. name]);
    }

    private ClientColumns Clients()
    {
        List<int> clinic = [];
        List<int?> birthYear = [];
        List<string?> sex = [], skinType = [], oiliness = [], sun = [];
        List<bool?> sunscreen = [], smoker = [];
        stream("clients", r =>
        {
            clients.Add(r.Text(0));
            clinic.Add(r.Reference(1, clinics.Rows));
            birthYear.Add(r.WholeOrNull(2));
            sex.Add(r.SharedOrNull(3));
            skinType.Add(r.SharedOrNull(4));
            oiliness.Add(r.SharedOrNull(5));
            sun.Add(r.SharedOrNull(6));
            sunscreen.Add(r.FlagOrNull(7));
            smoker.Add(r.FlagOrNull(8));
        });
        return new([.. clients.Ids], [.. clinic], [.. birthYear], [.. sex], [.. skinType], [.. oiliness], [.. sun], [.. sunscreen], [.. smoker]);
    }

    private TechniqueColumns Techniques()
    {
        List<string> name = [];
        stream("techniques", r =>
        {
            techniques.Add(r.Text(0));
            name.Add(r.Text(1));
        });
        return new([.. techniques.Ids], [.. name]);
    }

    private PigmentColumns Pigments()
    {
        List<string> brand = [], shade = [];
        stream("pigments", r =>
        {
            pigments.Add(r.Text(0));
            brand.Add(r.Shared(1));
            shade.Add(r.Shared(2));
        });
        return new([.. pigments.Ids], [.. brand], [.. shade]);
    }

    private TreatmentColumns Treatments()
    {
        List<int> client = [], practitioner = [], technique = [];
        List<DateOnly> started = [];
        List<DateOnly?> completed = [], ended = [];
        List<EndReason?> reason = [];
        stream("treatments", r =>
        {
            treatments.Add(r.Text(0));
            client.Add(r.Reference(1, clients.Rows));
            practitioner.Add(r.Reference(2, practitioners.Rows));
            technique.Add(r.Reference(3, techniques.Rows));
            started.Add(r.Date(4));
            completed.Add(r.DateOrNull(5));
            ended.Add(r.DateOrNull(6));
            reason.Add(r.CodeOrNull(7, CodeNames.EndReason));
        });
        return new([.. treatments.Ids], [.. client], [.. practitioner], [.. technique], [.. started], [.. completed], [.. ended], [.. reason]);
    }

    private SessionColumns Sessions()
    {
        List<string> id = [];
        List<int> treatment = [], no = [], practitioner = [], pigment = [];
        List<DateOnly> performed = [];
        List<SessionStatus> status = [];
        List<int?> duration = [];
        stream("sessions", r =>
        {
            id.Add(r.Text(0));
            treatment.Add(r.Reference(1, treatments.Rows));
            no.Add(r.Whole(2));
            performed.Add(r.Date(3));
            practitioner.Add(r.Reference(4, practitioners.Rows));
            pigment.Add(r.Reference(5, pigments.Rows));
            status.Add(r.Code(6, CodeNames.SessionStatus));
            duration.Add(r.WholeOrNull(7));
        });
        return new([.. id], [.. treatment], [.. no], [.. performed], [.. practitioner], [.. pigment], [.. status], [.. duration]);
    }

    private TouchUpColumns TouchUps()
    {
        List<int> treatment = [], practitioner = [], pigment = [];
        List<DateOnly> performed = [];
        List<TouchUpReason> reason = [];
        List<bool?> warranty = [];
        stream("touch_ups", r =>
        {
            touchUps.Add(r.Text(0));
            treatment.Add(r.Reference(1, treatments.Rows));
            performed.Add(r.Date(2));
            practitioner.Add(r.Reference(3, practitioners.Rows));
            reason.Add(r.Code(4, CodeNames.TouchUpReason));
            pigment.Add(r.Reference(5, pigments.Rows));
            warranty.Add(r.FlagOrNull(6));
        });
        return new([.. touchUps.Ids], [.. treatment], [.. performed], [.. practitioner], [.. reason], [.. pigment], [.. warranty]);
    }

    private AssessmentColumns Assessments()
    {
        List<string> id = [];
        List<int> treatment = [];
        List<DateOnly> assessed = [];
        List<AssessmentMethod> method = [];
        List<double> contrast = [];
        stream("assessments", r =>
        {
            id.Add(r.Text(0));
            treatment.Add(r.Reference(1, treatments.Rows));
            assessed.Add(r.Date(2));
            method.Add(r.Code(3, CodeNames.AssessmentMethod));
            contrast.Add(r.Real(4));
        });
        return new([.. id], [.. treatment], [.. assessed], [.. method], [.. contrast]);
    }

    private SurveyColumns Surveys()
    {
        List<string> id = [];
        List<int> treatment = [];
        List<DateOnly> sent = [];
        List<DateOnly?> responded = [];
        List<int?> satisfaction = [], recommend = [], natural = [], met = [];
        stream("surveys", r =>
        {
            id.Add(r.Text(0));
            treatment.Add(r.Reference(1, treatments.Rows));
            sent.Add(r.Date(2));
            responded.Add(r.DateOrNull(3));
            satisfaction.Add(r.WholeOrNull(4));
            recommend.Add(r.WholeOrNull(5));
            natural.Add(r.WholeOrNull(6));
            met.Add(r.WholeOrNull(7));
        });
        return new([.. id], [.. treatment], [.. sent], [.. responded], [.. satisfaction], [.. recommend], [.. natural], [.. met]);
    }

    private AftercareCheckColumns AftercareChecks()
    {
        List<string> id = [];
        List<int> treatment = [];
        List<DateOnly> on = [];
        List<bool?> swimming = [], steam = [], exercise = [], sunscreen = [], moisturises = [];
        stream("aftercare_checks", r =>
        {
            id.Add(r.Text(0));
            treatment.Add(r.Reference(1, treatments.Rows));
            on.Add(r.Date(2));
            swimming.Add(r.FlagOrNull(3));
            steam.Add(r.FlagOrNull(4));
            exercise.Add(r.FlagOrNull(5));
            sunscreen.Add(r.FlagOrNull(6));
            moisturises.Add(r.FlagOrNull(7));
        });
        return new([.. id], [.. treatment], [.. on], [.. swimming], [.. steam], [.. exercise], [.. sunscreen], [.. moisturises]);
    }

    private AdverseEventColumns AdverseEvents()
    {
        List<string> id = [];
        List<int> treatment = [];
        List<DateOnly> occurred = [];
        List<AdverseEventKind> kind = [];
        List<Severity> severity = [];
        List<DateOnly?> resolved = [];
        stream("adverse_events", r =>
        {
            id.Add(r.Text(0));
            treatment.Add(r.Reference(1, treatments.Rows));
            occurred.Add(r.Date(2));
            kind.Add(r.Code(3, CodeNames.AdverseEventKind));
            severity.Add(r.Code(4, CodeNames.Severity));
            resolved.Add(r.DateOrNull(5));
        });
        return new([.. id], [.. treatment], [.. occurred], [.. kind], [.. severity], [.. resolved]);
    }

    private PaymentColumns Payments()
    {
        List<string> id = [], currency = [];
        List<int> clinic = [], treatment = [], touchUp = [];
        List<PaymentKind> kind = [];
        List<DateOnly> paid = [];
        List<decimal> amount = [], tax = [];
        List<string?> method = [];
        stream("payments", r =>
        {
            id.Add(r.Text(0));
            clinic.Add(r.Reference(1, clinics.Rows));
            treatment.Add(r.Reference(2, treatments.Rows));
            touchUp.Add(r.Reference(3, touchUps.Rows));
            kind.Add(r.Code(4, CodeNames.PaymentKind));
            paid.Add(r.Date(5));
            amount.Add(r.Money(6));
            tax.Add(r.Money(7));
            currency.Add(r.Shared(8));
            method.Add(r.SharedOrNull(9));
        });
        return new([.. id], [.. clinic], [.. treatment], [.. touchUp], [.. kind], [.. paid], [.. amount], [.. tax], [.. currency], [.. method]);
    }
}
