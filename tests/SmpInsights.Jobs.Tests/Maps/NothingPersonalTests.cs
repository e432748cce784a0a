using SmpInsights.Data.Import;
using SmpInsights.Data.Maps;
using SmpInsights.Jobs.Maps;

namespace SmpInsights.Jobs.Tests.Maps;

/// <summary>Names, phone numbers and addresses of clients: in no file of the data folder and in no answer, whatever is wrong with the export or the map.</summary>
public sealed class NothingPersonalTests : IDisposable
{
    private static readonly string[] Personal = ["Erin", "Moorefield", "7762992312", "example.com", "Tomasz", "Wiśniewski", "Wi\u015B".Normalize(), "07900", "Zebedee", "Quirkson", "999999", "Nervous", "Olaf", "rsted", "Ghostley"];

    private readonly MapFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private void AssertNothingIn(ImportResult result)
    {
        var told = string.Join('\n', result.Rejects.Select(r => r.ToString()).Concat(result.Warnings.Select(w => w.ToString())).Concat(result.LeftOut.Select(l => l.ToString())).Concat(result.Inferred.Select(i => i.ToString())));
        Assert.All(Personal, word =>
        {
            Assert.DoesNotContain(word, told, StringComparison.OrdinalIgnoreCase);
            Assert.Empty(_folder.FilesWith(word));
        });
    }

    [Fact]
    public void In_a_good_export()
    {
        _folder.Write("schedule.csv", AcuityExport.Text(AcuityExport.Rows), byteOrderMark: true);

        AssertNothingIn(_folder.Import("acuity"));

        Assert.NotEmpty(_folder.FilesWith("Claire Adams"));
    }

    [Fact]
    public void In_rows_that_are_rejected()
    {
        var text = AcuityExport.Text(
        [
            .. AcuityExport.Rows,
            AcuityExport.Row("1", "Erin Moorefield 2 May", "", "Erin", "Moorefield", "", "", "SMP for Erin"),
            AcuityExport.Row("2", "January 1, 2025 9:00 am", "x@example.com", "Erin", "Moorefield", "", "", "Party of Erin Moorefield"),
            AcuityExport.Row("3", "January 1, 2025 9:00 am", "", "", "", "", "", "SMP", notes: "Ghostley"),
            AcuityExport.Row("4", "January 1, 2025 9:00 am", "", "Erin", "Moorefield", "", "", "SMP", price: "Moorefield"),
            AcuityExport.Row("5", "January 1, 2025 9:00 am", "", "Erin", "Moorefield", "", "", "SMP", zone: "Ghostley@example.com"),
        ]) + "Erin,Moorefield,\"Ghostley\r\n" + "\"Erin Moorefield\" Ghostley,1\r\n";
        _folder.Write("schedule.csv", text);

        var result = _folder.Import("acuity");

        Assert.True(result.Rejected >= 6, result.Rejected.ToString(System.Globalization.CultureInfo.InvariantCulture));
        AssertNothingIn(result);
    }

    [Theory]
    [InlineData("First Name")]
    [InlineData("Phone")]
    [InlineData("Email")]
    [InlineData("notes")]
    public void A_map_that_would_store_a_personal_column_is_refused(string column)
    {
        var wrong = Assert.Throws<Settings.SettingException>(() => MapReader.Read("own.json", $$"""{ "extends": "acuity", "tables": { "appointments": { "service": { "column": "{{column}}" } } } }"""));

        Assert.Contains("a column that may be stored", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_is_made_once_for_its_owner_only_and_other_keys_give_other_ids()
    {
        _folder.Write("schedule.csv", AcuityExport.Text(AcuityExport.Rows));
        _folder.Import("acuity");
        var file = Path.Combine(_folder.Data.Root, ClientKey.FileName);
        var key = File.ReadAllBytes(file);
        var ids = _folder.Stored("SELECT client_id FROM clients ORDER BY 1");

        _folder.Import("acuity");
        Assert.Equal(key, File.ReadAllBytes(file));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
            _folder.Import("acuity");
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        using var other = new MapFolder();
        other.Write("schedule.csv", AcuityExport.Text(AcuityExport.Rows));
        other.Import("acuity");
        Assert.Empty(ids.Intersect(other.Stored("SELECT client_id FROM clients"), StringComparer.Ordinal));
        Assert.Empty(_folder.FilesWith(System.Text.Encoding.Latin1.GetString(key)));
    }

    [Fact]
    public void A_key_that_is_none_is_refused_and_left_as_it_is()
    {
        File.WriteAllText(Path.Combine(_folder.Data.Root, ClientKey.FileName), "short");
        _folder.Write("schedule.csv", AcuityExport.Text(AcuityExport.Rows));

        Assert.Contains("not a key", Assert.Throws<Data.SmpDataException>(() => _folder.Import("acuity")).Message, StringComparison.Ordinal);
        Assert.Equal("short", File.ReadAllText(Path.Combine(_folder.Data.Root, ClientKey.FileName)));
    }
}
