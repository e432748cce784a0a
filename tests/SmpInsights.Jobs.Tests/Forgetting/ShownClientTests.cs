using System.IO.Compression;
using SmpInsights.Jobs.Forgetting;

namespace SmpInsights.Jobs.Tests.Forgetting;

/// <summary>Files that show a client, and files that only hold the same letters.</summary>
public sealed class ShownClientTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smp-shown-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("K1234", "<td>K1234</td>", true)]
    [InlineData("K1234", "<p>Clients K1234, K99999.</p>", true)]
    [InlineData("K1234", "<td>K12345</td>", false)]
    [InlineData("K1234", "<td>AK1234</td>", false)]
    [InlineData("K1234", "<td>K1234-2</td>", false)]
    [InlineData("7", "<td>7</td>", true)]
    [InlineData("7", "<td>17</td><p>7 clients</p>", false)]
    [InlineData("A&B<C", "<td>A&amp;B&lt;C</td>", true)]
    [InlineData("k1234", "<td>K1234</td>", false)]
    [InlineData("K1234", "{\"client\": \"K1234\"}", true)]
    public void In_pages(string client, string page, bool shown)
    {
        File.WriteAllText(Path.Combine(_folder, "report.html"), page);

        Assert.Equal(shown, new ShownClient(client, []).IsIn(_folder));
    }

    [Fact]
    public void In_workbooks_and_by_the_ids_of_treatments()
    {
        using (var zip = ZipFile.Open(Path.Combine(_folder, "workbook.xlsx"), ZipArchiveMode.Create))
        using (var part = new StreamWriter(zip.CreateEntry("xl/sharedStrings.xml").Open()))
            part.Write("<sst><si><t>T-9-treatment</t></si></sst>");

        Assert.True(new ShownClient("K1", ["T-9-treatment"]).IsIn(_folder));
        Assert.False(new ShownClient("K1", ["T-8-treatment"]).IsIn(_folder));
        Assert.False(new ShownClient("K1", []).IsIn(Path.Combine(_folder, "nowhere")));
    }

    [Theory]
    [InlineData("sessions.csv,3,treatment_id,7,no such", true)]
    [InlineData("sessions.csv,70,treatment_id,7x,no such", false)]
    [InlineData("sessions.csv,17,treatment_id,70,no such", false)]
    public void In_lists(string line, bool shown)
    {
        File.WriteAllText(Path.Combine(_folder, "rejects.csv"), "file,line,column,value,reason\r\n" + line + "\r\n");

        Assert.Equal(shown, new ShownClient("7", []).IsInList(Path.Combine(_folder, "rejects.csv")));
    }
}
