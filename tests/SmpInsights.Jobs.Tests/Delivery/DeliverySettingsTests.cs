using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Delivery;
using SmpInsights.Jobs.Settings;

namespace SmpInsights.Jobs.Tests.Delivery;

/// <summary>What people write about deliveries, and what they are told when it can't be used.</summary>
public sealed class DeliverySettingsTests
{
    private static DeliverySettings Read(string text, params (string Name, string Value)[] environment) =>
        DeliverySettings.Read("delivery.json", text, name => environment.FirstOrDefault(e => string.Equals(e.Name, name, StringComparison.Ordinal)).Value);

    private static string Errors(string text, params (string Name, string Value)[] environment) =>
        Assert.Throws<SettingException>(() => Read(text, environment)) is var e ? string.Join('\n', e.Problems.Select(p => p.Sentence).Append(e.Message)) : string.Empty;

    private static string DefinitionErrors(string deliver, string kind = "monthly-clinic", string scope = "clinic", string section = "definitions") => string.Join('\n', Assert.Throws<SettingException>(() => DefinitionReader.Read("mine.json", $$"""
        { "id": "mine", "kind": "{{kind}}", "title": "Mine", "audience": "manager", "period": "month", "scope": "{{scope}}",
          "schedule": { "cron": "0 6 2 * *" }, "sections": ["{{section}}"],
          "deliver": [
            {{deliver}}
          ] }
        """)).Problems.Select(p => p.Sentence));

    [Fact]
    public void Encryption_and_the_usual_port_go_without_saying()
    {
        var smtp = Read("""{ "smtp": { "host": "mail.clinic.example", "from": "reports@clinic.example" } }""").Smtp!;
        Assert.Equal((true, 587, (string?)null, (string?)null), (smtp.Tls, smtp.Port, smtp.User, smtp.Pin));
    }

    [Fact]
    public void Without_a_file_there_is_nothing_but_the_environment()
    {
        var settings = Read("{}", (DeliverySettings.SecretVariable, "sixteen characters"));
        Assert.Null(settings.Smtp);
        Assert.Equal("sixteen characters", settings.WebhookSecret!.Reveal());
    }

    [Fact]
    public void The_environment_goes_before_the_file()
    {
        var settings = Read("""{ "smtp": { "host": "m", "from": "r@c", "user": "u", "password": "of the file" }, "webhook": { "secret": "of the file, long enough" } }""",
            (DeliverySettings.PasswordVariable, "of the environment"), (DeliverySettings.SecretVariable, "of the environment, long"));
        Assert.Equal(("of the environment", "of the environment, long"), (settings.Smtp!.Password!.Reveal(), settings.WebhookSecret!.Reveal()));
        Assert.DoesNotContain("of the", settings.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "smtp": { "host": "mail.clinic.example", "from": "r@c", "tls": "none" } }""", "line 1, field \"smtp.tls\"")]
    [InlineData("""{ "smtp": { "host": "m", "from": "r@c", "user": "u" } }""", DeliverySettings.PasswordVariable)]
    [InlineData("""{ "smtp": { "host": "m", "from": "Reports <r@c>" } }""", "field \"smtp.from\"")]
    [InlineData("""{ "smtp": { "from": "r@c" } }""", "field \"smtp.host\": is missing")]
    [InlineData("""{ "smtp": { "host": "m", "from": "r@c", "port": 0 } }""", "field \"smtp.port\"")]
    [InlineData("""{ "smtp": { "host": "m", "from": "r@c", "pin": "abc" } }""", "field \"smtp.pin\"")]
    [InlineData("""{ "link": "http://reports.clinic.example" }""", "field \"link\"")]
    [InlineData("""{ "smpt": {} }""", "field \"smpt\"")]
    public void What_is_wrong_is_said_with_file_line_and_field(string text, string says) => Assert.Contains(says, Errors(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "webhook": "hunter2" }""")]
    [InlineData("""{ "webhook": { "secret": "hunter2" } }""")]
    [InlineData("""{ "smtp": { "host": "m", "from": "hunter2", "password": 5 } }""")]
    [InlineData("""{ "smtp": "smtp://u:hunter2@mail.clinic.example" }""")]
    [InlineData("""{ "link": "https://u:hunter2@reports.clinic.example" }""")]
    public void A_secret_in_the_wrong_place_is_not_repeated(string text) => Assert.DoesNotContain("hunter2", Errors(text), StringComparison.Ordinal);

    [Fact]
    public void A_secret_of_the_environment_that_is_too_short_is_not_repeated_either() =>
        Assert.DoesNotContain("hunter2", Errors("{}", (DeliverySettings.SecretVariable, "hunter2")), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "to": "pigeon" }""", "mine.json, line 4, field \"deliver[0].to\": \"pigeon\" is not one of: folder, email, webhook.")]
    [InlineData("""{ "to": "folder" }""", "field \"deliver[0].path\": is missing")]
    [InlineData("""{ "to": "folder", "path": "x", "url": "https://x.example" }""", "field \"deliver[0].url\": \"url\" is not a field here; there are: to, clinics, practitioners, path.")]
    [InlineData("""{ "to": "folder", "path": "x" }, { "to": "email", "recipients": ["fine@clinic.example", "Not an address"] }""", "field \"deliver[1].recipients\": \"Not an address\" is not one e-mail address")]
    [InlineData("""{ "to": "email", "recipients": [] }""", "field \"deliver[0].recipients\"")]
    [InlineData("""{ "to": "email", "recipients": ["a@b"], "attach": "yes" }""", "field \"deliver[0].attach\": \"yes\" is not true or false")]
    [InlineData("\"somewhere\"", "field \"deliver[0]\": \"somewhere\" is not an object")]
    [InlineData("""{ "to": "folder", "path": "x", "practitioners": ["P1"] }""", "not about single practitioners")]
    public void A_target_that_is_wrong_is_named(string deliver, string says) => Assert.Contains(says, DefinitionErrors(deliver), StringComparison.Ordinal);

    [Fact]
    public void Clinics_are_no_choice_where_all_are_reported_together() =>
        Assert.Contains("field \"deliver[0].clinics\"", DefinitionErrors("""{ "to": "folder", "path": "x", "clinics": ["C"] }""", "network", "network"), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://hooks.clinic.example/s3cret")]
    [InlineData("https://user:s3cret@hooks.clinic.example/")]
    [InlineData("ftp://hooks.clinic.example/s3cret")]
    [InlineData("hooks.clinic.example/s3cret")]
    public void A_web_address_that_is_not_safe_is_refused_and_not_repeated(string url)
    {
        var errors = DefinitionErrors($$"""{ "to": "webhook", "url": "{{url}}" }""");
        Assert.Contains("field \"deliver[0].url\": is not an address that begins with https://", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("owner@clinic.example", true)]
    [InlineData("o'neil+reports@sub.clinic.example", true)]
    [InlineData("root@localhost", true)]
    [InlineData("Owner <owner@clinic.example>", false)]
    [InlineData("owner@clinic.example\nBcc: thief@elsewhere.example", false)]
    [InlineData("owner@clinic.example\n", false)]
    [InlineData("owner@clinic.example,thief@elsewhere.example", false)]
    [InlineData("owner@clinic.example;thief@elsewhere.example", false)]
    [InlineData("\"a b\"@clinic.example", false)]
    [InlineData("owner@[127.0.0.1]", false)]
    [InlineData("owner", false)]
    [InlineData("@clinic.example", false)]
    [InlineData("öwner@clinic.example", false)]
    public void An_address_is_one_plain_address(string text, bool isOne) => Assert.Equal(isOne, MailName.IsAddress(text));
}
