using SmpInsights.Data.Import;

namespace SmpInsights.Jobs.Tests.Maps;

/// <summary>Square's items: money with signs and separators, refunds, and as many columns as its years have had.</summary>
public sealed class SquareTests : IDisposable
{
    private const string Header2026 = "Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,"
        + "Customer ID,Customer Name,Customer Reference ID,Unit,Count,GTIN,Itemization Type,Commission,Employee,Fulfillment Note,Channel,Token,Card Brand,PAN Suffix\n";

    private readonly MapFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Line(string item, string net, string tax, string transaction, string happening = "Payment", string type = "Service", string date = "2026-05-18", string qty = "1.0") =>
        $"{date},12:59:30,Eastern Time (US & Canada),SMP,{item},{qty},Regular,,,\"{net}\",$0.00,\"{net}\",\"{tax}\",{transaction},P-{transaction},iPad,note on Ghostley,https://example.com/x,{happening},Main,,C1,Ivy Ghostley,,,1,,{type},$0.00,Sam,,Register,T,Visa,4242\n";

    private ImportResult Import(string text, string file = "items.csv")
    {
        _folder.Write(file, text, byteOrderMark: true);
        return _folder.Import("square-items", "America/New_York", "USD");
    }

    [Fact]
    public void Items_sold_are_payments_with_tax_and_refunds_below_zero()
    {
        var result = Import(Header2026
            + Line("SMP Session 1", "$1,234.50", "$98.76", "T1")
            + Line("Touch Up", "$300.00", "$0.00", "T2")
            + Line("Scalp SPF 50", "$20.00", "$1.60", "T3", type: "Physical Good")
            + Line("SMP Session 1", "-$1,234.50", "-$98.76", "T4", "Refund", qty: "-1.0")
            + Line("SMP Session 2", "($50.00)", "$0.00", "T5")
            + Line("SMP Session 3", "$70.00", "$5.00", "T6", "Refund")
            + Line("Mystery", "$10.00", "$0.00", "T7", type: "Custom Amount"));

        Assert.Equal(0, result.Rejected);
        Assert.Equal(
            ["session|13332600|987600", "touch-up|3000000|0", "product|216000|16000", "refund|-13332600|-987600", "refund|-500000|0", "refund|-750000|-50000", "session|100000|0"],
            Enumerable.Range(1, 7).SelectMany(n => _folder.Stored(FormattableString.Invariant($"SELECT kind, amount, tax FROM payments WHERE payment_id LIKE '%-T{n}-%'"))));
        Assert.Equal(["clinic|Clinic|America/New_York|USD"], _folder.Stored("SELECT * FROM clinics"));
        Assert.Empty(_folder.FilesWith("Ghostley"));
        Assert.Equal(["0"], _folder.Stored("SELECT count(*) FROM clients"));
    }

    [Fact]
    public void Alike_lines_of_one_sale_are_two_payments_and_overlapping_files_are_not()
    {
        var twice = Line("SMP Session 1", "$100.00", "$0.00", "T1") + Line("SMP Session 1", "$100.00", "$0.00", "T1");
        Import(Header2026 + twice + Line("Touch Up", "$300.00", "$0.00", "T2"));

        var again = Import(Header2026 + Line("Touch Up", "$300.00", "$0.00", "T2") + Line("Touch Up", "$300.00", "$0.00", "T3") + twice, "later.csv");

        Assert.Equal(["4|8000000"], _folder.Stored("SELECT count(*), sum(amount) FROM payments"));
        Assert.Equal(1, again.Inserted);
    }

    [Fact]
    public void A_sale_that_a_spreadsheet_has_written_anew_is_the_same_sale()
    {
        Import(Header2026 + Line("SMP Session 1", "$100.00", "$0.00", "T1"));

        var again = Import(Header2026 + Line("SMP Session 1", "$100.00", "$0.00", "T1", qty: "1").Replace("12:59:30", "12:59:30 PM", StringComparison.Ordinal));

        Assert.Equal((0L, 1L), (again.Inserted, again.Files.Single(f => f.File is "payments.csv").Unchanged));
    }

    [Fact]
    public void A_file_of_fewer_columns_in_another_order_is_read_too()
    {
        var result = Import("Item,Net Sales,Tax,Date,Qty,Product Sales,Gross Sales,Event Type\nSMP Session,\"£1,000.00\",£0.00,5/18/2026,1,\"£1,000.00\",\"£1,000.00\",Payment\n".Replace('£', '$'));

        Assert.Equal(0, result.Rejected);
        Assert.Equal(["session|2026-05-18|10000000"], _folder.Stored("SELECT kind, paid_on, amount FROM payments"));
    }

    [Theory]
    [InlineData("£10.00", "an amount in the clinic's currency, USD")]
    [InlineData("$1,23.00", "an amount such as 1,234.50")]
    [InlineData("ten", "an amount such as 1,234.50")]
    [InlineData("", "an amount")]
    public void Money_that_cannot_be_meant_is_rejected_with_its_place(string net, string expected)
    {
        var result = Import(Header2026 + Line("SMP Session 1", "$1.00", "$0.00", "T0") + Line("SMP Session 1", net, "$0.00", "T1"));

        var reject = Assert.Single(result.Rejects);
        Assert.Equal(("items.csv", 3L, "Net Sales", net), (reject.File, reject.Line, reject.Column, reject.Value));
        Assert.Contains(expected, reject.Reason, StringComparison.Ordinal);
        Assert.Equal(["1"], _folder.Stored("SELECT count(*) FROM payments"));
    }

    [Fact]
    public void Files_of_something_else_are_left_and_a_file_that_lacks_a_column_is_one_reject()
    {
        _folder.Write("customers.csv", "First Name,Email\nIvy,ivy@example.com\n");
        _folder.Write("half.csv", "Date,Item,Notes\n2026-05-18,SMP,x\n");

        var result = Import(Header2026 + Line("SMP Session 1", "$1.00", "$0.00", "T0"));

        Assert.Equal(["customers.csv"], result.IgnoredFiles);
        Assert.Equal(new Reject("half.csv", 1, "Net Sales", "", "required column missing"), Assert.Single(result.Rejects));
    }

    [Fact]
    public void A_column_that_comes_twice_is_one_reject_unless_the_map_does_not_read_it()
    {
        var result = Import("Date,Item,Net Sales,NET sales,Extra,Extra\n2026-05-18,SMP,$1.00,$2.00,x,y\n");

        Assert.Equal(new Reject("items.csv", 1, "Net Sales", "", "the column comes twice"), Assert.Single(result.Rejects));
        Assert.Equal(0, Import("Date,Item,Net Sales,Extra,Extra\n2026-05-18,SMP,$1.00,x,y\n").Rejected);
    }

    [Fact]
    public void A_folder_without_the_maps_columns_imports_nothing()
    {
        var result = Import("First Name,Email\nIvy,ivy@example.com\n");

        Assert.True(result.NothingImported);
        Assert.Contains("Net Sales", Assert.Single(result.Rejects).Reason, StringComparison.Ordinal);
        Assert.Equal(["0"], _folder.Stored("SELECT count(*) FROM clinics"));
    }
}
