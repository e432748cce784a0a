using Microsoft.Data.SqlClient;
using SmpInsights.Data.SqlServer;

namespace SmpInsights.Data.Tests.SqlServer;

/// <summary>What becomes of a connection string as a person gives it.</summary>
public sealed class ConnectionStringTests
{
    [Theory]
    [InlineData("Server=db;Database=smp", true)]
    [InlineData("Server=db;Database=smp;Encrypt=False", false)]
    [InlineData("Server=db;Database=smp;encrypt=true", true)]
    public void A_connection_is_encrypted_unless_it_says_otherwise(string given, bool encrypted)
    {
        Assert.Equal(encrypted, new SqlConnectionStringBuilder(ServerConnection.Parse(given).Text).Encrypt);
    }

    [Fact]
    public void Passwords_are_not_kept_where_a_program_could_ask_for_them()
    {
        var given = new SqlConnectionStringBuilder(ServerConnection.Parse("Server=db;Database=smp;User ID=a;Password=b;Persist Security Info=True;MultipleActiveResultSets=True").Text);

        Assert.False(given.PersistSecurityInfo);
        Assert.False(given.MultipleActiveResultSets);
        Assert.Equal("SmpInsights", given.ApplicationName);
    }

    [Theory]
    [InlineData("Server=db;Database=smp;Password=hidden;part=secret")]
    [InlineData("Password=secret")]
    [InlineData("Server=db;Password=secret")]
    [InlineData("Database=smp;Password=secret")]
    [InlineData("secret")]
    [InlineData("Server=db;Database=smp;Connect Timeout=secret")]
    public void What_is_wrong_with_it_is_said_without_a_part_of_it(string given)
    {
        var refusal = Assert.Throws<SmpDataException>(() => SmpDatabase.OnServer(given));

        Assert.StartsWith("The connection string ", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_login_that_would_end_the_process_is_refused_outside_Windows()
    {
        const string Given = "Server=127.0.0.1,1;Database=smp;Integrated Security=True";
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there the driver can");

        Assert.StartsWith("Integrated Security ", Assert.Throws<SmpDataException>(() => SmpDatabase.OnServer(Given)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_is_not_there_is_said_in_one_sentence()
    {
        // Port 1 of this machine: nothing listens there.
        var refusal = Assert.Throws<SmpDataException>(() => SmpDatabase.OnServer("Server=127.0.0.1,1;Database=smp;User ID=a;Password=secret;Connect Timeout=5;ConnectRetryCount=0"));

        Assert.Equal("The server '127.0.0.1,1' cannot be reached.", refusal.Message);
        Assert.DoesNotContain("secret", refusal.ToString(), StringComparison.Ordinal);
    }
}
