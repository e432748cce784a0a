using System.Globalization;
using SmpInsights.Outcomes.Finance;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Exports;

/// <summary>
/// A ledger as an Excel workbook, streamed: sheets of one currency each, a table a sheet with the totals of its column as formulas below, a further sheet where one is full;
/// and in front a sheet of totals that reconcile, which are formulas over those tables. Every formula has its value beside it.
/// </summary>
public sealed class LedgerWorkbook : LedgerFile
{
    /// <summary>Rows of a sheet, Excel's limit.</summary>
    public const int ExcelRows = 1_048_576;

    /// <summary>Of print: on one, their columns could not be read.</summary>
    private const int PagesAcross = 2;

    private static readonly string[] Headers = ["Payment", "Date", .. LedgerColumn.All.Select(c => c.Header), .. LedgerColumn.Amounts.Select(c => c.Header)];

    private readonly LedgerPackage _package;
    private readonly LedgerNames _names;
    private readonly string _note;
    private readonly int _rows;
    private readonly List<ExportedSheet> _sheets = [];
    private Stream? _stream;
    private Utf8Sink? _xml;
    private SheetXml? _sheet;
    private string _currency = "";
    private Takings _total;

    /// <param name="stream">Where the file goes; it stays open.</param>
    /// <param name="names">What ids are called.</param>
    /// <param name="note">What the file holds, in a sentence.</param>
    /// <param name="band">The colour behind headers; null for the product's.</param>
    /// <param name="rows">Rows of a sheet, header and totals included.</param>
    public LedgerWorkbook(Stream stream, LedgerNames names, string note, BrandColour? band = null, int rows = ExcelRows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 3);
        (_package, _names, _note, _rows) = (new LedgerPackage(stream, new LedgerLook(note, band is { } own ? own.ToString()[1..].ToUpperInvariant() : LedgerStyles.Band)), names, note, rows);
    }

    public override IReadOnlyList<ExportedSheet> Sheets => _sheets;

    public override void Add(LedgerEntry payment)
    {
        if (_sheet is null || !string.Equals(payment.Currency, _currency, StringComparison.Ordinal) || _sheet.Row == _rows - 1)
        {
            EndSheet();
            BeginSheet(payment.Currency);
        }

        var money = LedgerStyles.Money(_currency);
        _sheet!.BeginRow();
        _sheet.Text(payment.Payment);
        _sheet.Date(payment.PaidOn);
        foreach (var column in LedgerColumn.All)
            _sheet.Text(column.Text(payment, _names));
        foreach (var (_, _, amount) in LedgerColumn.Amounts)
            _sheet.Number(amount(payment.Takings), money);
        _sheet.EndRow();
        _total += payment.Takings;
    }

    public override void Complete(IReadOnlyList<ExportedCurrency> totals)
    {
        EndSheet();
        LedgerTotalsSheet.Write(_package, totals, [.. _sheets.Select((s, i) => (s.Currency, TableName(i)))], _note);
        _package.Complete();
    }

    private void BeginSheet(string currency)
    {
        _currency = currency;
        _total = default;
        _stream = _package.BeginSheet(SheetName(_sheets.Count(s => string.Equals(s.Currency, currency, StringComparison.Ordinal))), [14, 12, .. LedgerColumn.All.Select(c => c.WidthFor(_names)), .. LedgerColumn.Amounts.Select(_ => 15.0)]);
        _xml = new Utf8Sink(_stream);
        _sheet = new SheetXml(_xml);
        _sheet.BeginRow();
        for (var i = 0; i < Headers.Length; i++)
            _sheet.Text(Headers[i], i < Headers.Length - LedgerColumn.Amounts.Count ? LedgerStyles.Header : LedgerStyles.HeaderRight);
        _sheet.EndRow();
    }

    private void EndSheet()
    {
        if (_sheet is null)
            return;
        var last = _sheet.Row;
        var before = _sheets.Count(s => string.Equals(s.Currency, _currency, StringComparison.Ordinal));
        _sheets.Add(new ExportedSheet(SheetName(before), _currency, _total.Payments));
        var table = TableName(_sheets.Count - 1);
        _sheet.BeginRow();
        _sheet.Text("All", LedgerStyles.TotalText);
        for (var i = 1; i < Headers.Length - LedgerColumn.Amounts.Count - 1; i++)
            _sheet.Blank(LedgerStyles.TotalText);
        _sheet.Text(_currency, LedgerStyles.TotalText);
        foreach (var (header, _, amount) in LedgerColumn.Amounts)
            _sheet.Formula($"SUBTOTAL(109,{table}[{header}])", amount(_total), LedgerStyles.TotalMoney(_currency));
        _sheet.EndRow();
        _xml!.Flush();
        _package.EndSheet(_stream!, table, Headers, last, PagesAcross);
        _sheet = null;
    }

    private string SheetName(int before) => before == 0 ? _currency : string.Create(CultureInfo.InvariantCulture, $"{_currency} {before + 1}");

    /// <summary>The table of the sheet at a place: <c>Payments_GBP</c>, <c>Payments_GBP_2</c>.</summary>
    private string TableName(int place) => "Payments_" + _sheets[place].Name.Replace(' ', '_');
}
