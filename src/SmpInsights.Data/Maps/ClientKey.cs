using System.Security.Cryptography;
using System.Text;

namespace SmpInsights.Data.Maps;

/// <summary>
/// The secret that turns who a client is into a client id: HMAC-SHA-256, so that without the key an id can't be tried against a list of names.
/// It lies in the data folder, readable by its owner only, is made when first needed and shown nowhere.
/// </summary>
public sealed class ClientKey
{
    public const string FileName = "client-key";

    private const int KeyBytes = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>80 bits: among a million clients two share an id with a chance of one in two million million.</summary>
    private const int IdBytes = 10;

    private readonly byte[] key;

    private ClientKey(byte[] key) => this.key = key;

    /// <exception cref="SmpDataException">The file is there but is no key, or can't be read or made.</exception>
    public static ClientKey Of(string dataFolder)
    {
        var path = Path.Combine(dataFolder, FileName);
        try
        {
            Make(path);
            var read = File.ReadAllBytes(path);
            if (read.Length != KeyBytes)
            {
                throw new SmpDataException($"'{path}' is not a key of this program. Client ids depend on it: put the file back that was there, or remove it to begin with new ids.");
            }

            if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) != OwnerOnly)
            {
                File.SetUnixFileMode(path, OwnerOnly);
            }

            return new ClientKey(read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SmpDataException($"The key of client ids, '{path}', cannot be used: {e.Message}", e);
        }
    }

    /// <summary>The id of who the parts name, in one clinic.</summary>
    internal string IdOf(string clinic, string identity) =>
        "k" + Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(clinic + "\n" + identity)).AsSpan(0, IdBytes));

    /// <summary>Written whole beside it and renamed: a program that is stopped leaves no half key, and of two that begin at once one wins.</summary>
    private static void Make(string path)
    {
        if (File.Exists(path))
        {
            return;
        }

        var fresh = path + "." + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var stream = new FileStream(fresh, options))
        {
            stream.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(fresh, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(fresh);
        }
    }
}
