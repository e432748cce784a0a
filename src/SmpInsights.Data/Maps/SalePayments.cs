using System.Globalization;

namespace SmpInsights.Data.Maps;

/// <summary>Payments out of an export of sold items: one line, one payment. Who bought is not looked at.</summary>
internal sealed class SalePayments(MapWork work, TableMap table)
{
    public void Read(ExportFile file)
    {
        var fields = new FieldReader(file, work.Clinic, work.Key);
        var occurrences = new Dictionary<string, int>(StringComparer.Ordinal);
        while (file.Next(work.Reject))
        {
            fields.BeginRow();
            if (Against(file, fields, occurrences) is { } fault)
            {
                work.Reject(file.Name, file.Line, fault);
            }
        }
    }

    private MapFault? Against(ExportFile file, FieldReader fields, Dictionary<string, int> occurrences)
    {
        var day = fields.Date(Field("paid_on"));
        var (net, tax) = (fields.Money(Field("net")), fields.Money(Field("tax")));
        var (item, variation, category) = (fields.Text(Field("item")), fields.Text(Field("variation")), fields.Text(Field("category")));
        var (type, happening, method) = (fields.Text(Field("item_type")), fields.Text(Field("event")), fields.Text(Field("method")));
        var transaction = fields.Id(Field("transaction_id"));
        if (fields.Fault is { } fault)
        {
            return fault;
        }

        if (day is null || net is null)
        {
            return new(string.Join(" or ", Field(day is null ? "paid_on" : "net")!.Sources), "", day is null ? "a date" : "an amount");
        }

        var amount = net.Value + (tax ?? 0);
        var refund = string.Equals(happening, SaleEvent.Refund, StringComparison.Ordinal) || amount < 0;
        if (refund && amount > 0)
        {
            (amount, tax) = (-amount, -tax);
        }

        var rule = work.Service($"{item} {variation}") ?? work.Service(category);
        if (rule is { Kind: ServiceKind.Ignore })
        {
            work.LeaveOut($"item \"{file.ShownName(Field("item")!.Columns.FirstOrDefault() ?? "", item)}\"", "no payment to the clinic, by a rule of the map");
            return null;
        }

        var kind = refund ? "refund" : Kind(rule, type);

        // A line has no number of its own: what it says, and the how manieth of its like it is in the file, tell it from others wherever the file begins.
        var content = RowId.Hash(string.Join('\n', day.Value.ToString("O", CultureInfo.InvariantCulture), Time(fields.Text(Field("time"))), transaction, item, variation, category, Quantity(fields.Text(Field("quantity"))), happening, amount.ToString(CultureInfo.InvariantCulture)));
        var occurrence = occurrences[content] = occurrences.GetValueOrDefault(content) + 1;
        var id = RowId.Of(work.Clinic.Id, work.Map.Id, transaction ?? "line", content + (occurrence > 1 ? "-" + occurrence.ToString(CultureInfo.InvariantCulture) : ""));
        if (!work["payments"].Add(file.Name, file.Line, ("payment_id", id), ("clinic_id", work.Clinic.Id), ("kind", kind), ("paid_on", Import.CellParser.Iso(day.Value)),
            ("amount", amount.ToString(CultureInfo.InvariantCulture)), ("tax", (tax ?? 0).ToString(CultureInfo.InvariantCulture)), ("currency", work.Clinic.Currency), ("method", method.Length == 0 ? null : method)))
        {
            work.LeaveOut("items sold", "the same line in another file");
            return null;
        }

        if (tax is null)
        {
            work.Infer("payments", id, "tax", "0", InferenceRule.NoTax);
        }

        if (refund && !string.Equals(happening, SaleEvent.Refund, StringComparison.Ordinal))
        {
            work.Infer("payments", id, "kind", kind, InferenceRule.NegativeSale);
        }
        else if (!refund && rule is not { IsStated: true })
        {
            work.Infer("payments", id, "kind", kind, rule is null ? InferenceRule.UnknownItem : InferenceRule.ServiceWords);
        }

        return null;
    }

    /// <summary>However a spreadsheet has written it since: as the till does.</summary>
    private static string Time(string text) => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time.ToString("HH:mm:ss", CultureInfo.InvariantCulture) : text;

    private static string Quantity(string text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.0####", CultureInfo.InvariantCulture) : text;

    private static string Kind(ServiceRule? rule, string type) => rule?.Kind switch
    {
        ServiceKind.TouchUp => "touch-up",
        ServiceKind.Session => "session",
        ServiceKind.Consultation or ServiceKind.Deposit => "deposit",
        ServiceKind.Product => "product",
        _ => string.Equals(type, SaleEvent.Service, StringComparison.Ordinal) ? "session" : "product",
    };

    private FieldMap? Field(string name) => table.Fields.GetValueOrDefault(name);
}
