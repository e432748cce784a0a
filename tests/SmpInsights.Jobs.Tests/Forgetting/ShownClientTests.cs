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
    [InlineData("7", "<th scope=\"row\" dir=\"auto\">7</th>", true)]
    [InlineData("7", "<td class=\"n whole\" dir=\"auto\">7</td>", false)]
    [InlineData("7", "<svg><rect x=\"7\" y=\"7\"/><text x=\"7\">7</text></svg>", false)]
    [InlineData("7", "<x:c r=\"A1\" t=\"s\"><x:v>7</x:v></x:c>", false)]
    [InlineData("7", "<x:si><x:t>7</x:t></x:si>", true)]
    [InlineData("K1", "<x:c r=\"K1\"><x:v>7</x:v></x:c>", false)]
    [InlineData("7", "<td>17</td><p>7 clients</p>", false)]
    [InlineData("A&B<C", "<td>A&amp;B&lt;C</td>", true)]
    [InlineData("k1234", "<td>K1234</td>", false)]
    [InlineData("K1234", "{\"client\": \"K1234\"}", true)]
    public void In_pages(string client, string page, bool shown)
    {
        File.WriteAllText(Path.Combine(_folder, "report.html"), page);

        Assert.Equal(shown, Forgotten.Client(client).IsIn(_folder));
    }

    [Fact]
    public void In_workbooks_and_by_the_ids_of_treatments()
    {
        using (var zip = ZipFile.Open(Path.Combine(_folder, "workbook.xlsx"), ZipArchiveMode.Create))
        using (var part = new StreamWriter(zip.CreateEntry("xl/sharedStrings.xml").Open()))
            part.Write("<sst><si><t>T-9-treatment</t></si></sst>");

        Assert.True(Forgotten.Client("K1", "T-9-treatment").IsIn(_folder));
        Assert.False(Forgotten.Client("K1", "T-8-treatment").IsIn(_folder));
        Assert.False(Forgotten.Client("K1").IsIn(Path.Combine(_folder, "nowhere")));
    }

    [Theory]
    [InlineData("sessions.csv,3,treatment_id,7,no such", true)]
    [InlineData("sessions.csv,70,treatment_id,7x,no such", false)]
    [InlineData("sessions.csv,7,treatment_id,70,no such", false)]
    [InlineData("sessions.csv,3,status,\"S1,7,1\",too few", true)]
    [InlineData("sessions.csv,17,treatment_id,70,no such", false)]
    public void In_lists(string line, bool shown)
    {
        File.WriteAllText(Path.Combine(_folder, "rejects.csv"), "file,line,column,value,reason\r\n" + line + "\r\n");

        Assert.Equal(shown, Forgotten.Client("7").IsInList(Path.Combine(_folder, "rejects.csv")));
    }

    [Theory]
    [InlineData("warnings.csv", "file,id,column,value,message", "sessions.csv,S7,performed_on,2026-01-01,late", true)]
    [InlineData("warnings.csv", "file,id,column,value,message", "sessions.csv,S70,performed_on,2026-01-01,late", false)]
    [InlineData("inferred.csv", "table,id,column,value,rule", "sessions,S7,status,completed,rule", true)]
    [InlineData("source-rejects.csv", "view,id,column,value,reason", "dbo.smp_sessions,S7,status,x,no such", true)]
    [InlineData("rejects.csv", "file,line,column,value,reason", "sessions.csv,9,status,S7,too few", true)]
    public void In_lists_by_the_ids_of_rows(string list, string header, string line, bool shown)
    {
        var path = Path.Combine(_folder, list);
        File.WriteAllText(path, header + "\r\n" + line + "\r\n");

        Assert.Equal(shown, Forgotten.Client("K1", session: "S7").IsInList(path));
    }

    [Theory]
    [InlineData("December", "<p>In December.</p>", false)]
    [InlineData("K1234", "<td>K1234</td>", true)]
    [InlineData("K1234", "<td>K12345</td>", false)]
    [InlineData("A&B<C", "<td>A&amp;B&lt;C</td>", true)]
    public void Asked_again_in_pages_as_a_whole_cell(string client, string page, bool shown)
    {
        File.WriteAllText(Path.Combine(_folder, "report.html"), page);

        Assert.Equal(shown, ShownClient.AskedAgain(client).IsIn(_folder));
    }

    [Theory]
    [InlineData("clients.csv,K1234,sex,x,no such", true)]
    [InlineData("treatments.csv,T1,client_id,K1234,no such", true)]
    [InlineData("treatments.csv,K1234,started_on,x,no date", false)]
    [InlineData("pigments.csv,G1,lot,K1234,odd", false)]
    public void Asked_again_in_lists_where_a_clients_id_stands(string line, bool shown)
    {
        var path = Path.Combine(_folder, "warnings.csv");
        File.WriteAllText(path, "file,id,column,value,message\r\n" + line + "\r\n");

        Assert.Equal(shown, ShownClient.AskedAgain("K1234").IsInList(path));
    }
}
