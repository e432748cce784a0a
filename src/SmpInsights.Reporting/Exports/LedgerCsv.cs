using System.Buffers;
using SmpInsights.Outcomes.Finance;

namespace SmpInsights.Reporting.Exports;

/// <summary>
/// A ledger as one CSV file (RFC 4180): UTF-8 with a byte-order mark, without which Excel takes it for another encoding; decimals with a point, ISO dates, one line a payment and no line of totals.
/// The currency is a column; its payments come together. Text that a spreadsheet would run as a formula is led by an apostrophe.
/// </summary>
public sealed class LedgerCsv : LedgerFile
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");
    private readonly Utf8Sink _file;
    private readonly LedgerNames _names;

    public LedgerCsv(Stream stream, LedgerNames names)
    {
        (_file, _names) = (new Utf8Sink(stream), names);
        _file.Raw("\uFEFFpayment_id,paid_on"u8);
        foreach (var name in LedgerColumn.All.Select(c => c.Name).Concat(LedgerColumn.Amounts.Select(c => c.Name)))
        {
            _file.Raw(","u8);
            _file.Text(name);
        }

        _file.Raw("\r\n"u8);
    }

    public override IReadOnlyList<ExportedSheet> Sheets => [];

    public override void Add(LedgerEntry payment)
    {
        Text(payment.Payment);
        _file.Raw(","u8);
        _file.Date(payment.PaidOn);
        foreach (var column in LedgerColumn.All)
        {
            _file.Raw(","u8);
            Text(column.IsCode ? column.Text(payment, _names)?.ToLowerInvariant() : column.Text(payment, _names));
        }

        foreach (var (_, _, amount) in LedgerColumn.Amounts)
        {
            _file.Raw(","u8);
            _file.Number(amount(payment.Takings));
        }

        _file.Raw("\r\n"u8);
    }

    public override void Complete(IReadOnlyList<ExportedCurrency> totals) => _file.Flush();

    private void Text(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return;
        var isFormula = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';
        if (!text.AsSpan().ContainsAny(Quoted))
        {
            if (isFormula)
                _file.Raw("'"u8);
            _file.Text(text);
            return;
        }

        _file.Raw(isFormula ? "\"'"u8 : "\""u8);
        _file.Text(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        _file.Raw("\""u8);
    }
}
