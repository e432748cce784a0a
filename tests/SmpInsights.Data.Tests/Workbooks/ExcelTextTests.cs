using SmpInsights.Data.Workbooks;

namespace SmpInsights.Data.Tests.Workbooks;

/// <summary>Numbers that are days, and formats that say so.</summary>
public sealed class ExcelTextTests
{
    [Theory]
    [InlineData(1, false, "1900-01-01")]
    [InlineData(59, false, "1900-02-28")]
    [InlineData(60, false, null)]
    [InlineData(61, false, "1900-03-01")]
    [InlineData(45352, false, "2024-03-01")]
    [InlineData(45352.5, false, "2024-03-01T12:00:00")]
    [InlineData(45352.9999999, false, "2024-03-02")]
    [InlineData(0.5, false, "12:00:00")]
    [InlineData(0, true, "1904-01-01")]
    [InlineData(43890, true, "2024-03-01")]
    [InlineData(-1, false, null)]
    [InlineData(3e6, false, null)]
    public void Days(double number, bool from1904, string? text) => Assert.Equal(text, ExcelDate.Text(number, from1904));

    [Theory]
    [InlineData("yyyy-mm-dd", true)]
    [InlineData("[$-409]d\\-mmm", true)]
    [InlineData("h:mm AM/PM", true)]
    [InlineData("0.00", false)]
    [InlineData("\"day\" 0", false)]
    [InlineData("[Red]0.00", false)]
    [InlineData("\\d0", false)]
    [InlineData("_d0;yyyy", false)]
    [InlineData("General", false)]
    public void Formats(string format, bool date) => Assert.Equal(date, NumberFormats.ShowsDate(format));
}
