using System.Text;
using System.Text.Json;
using Engine.Projects;

namespace Engine.Documents;

/// <summary>
/// Opens the secrets of a checkpoint with the passphrase of the environment. A wrong one only means that they stay closed, as in Pulumi: most of
/// a checkpoint can be used without them.
/// </summary>
internal sealed class CheckpointSecrets(JsonElement provider, Func<string, string?> environment) : ISecretReader
{
    private Func<string, string?>? _open;

    /// <summary>How many could not be opened.</summary>
    public int Closed { get; private set; }

    public string? Open(string ciphertext)
    {
        var text = (_open ??= Opener())(ciphertext);
        if (text is null)
            Closed++;
        return text;
    }

    private Func<string, string?> Opener()
    {
        if (provider.ValueKind != JsonValueKind.Object || !provider.TryGetProperty("type", out var type))
            return static _ => null;
        if (type.ValueEquals("b64"))
            return static ciphertext => Decode(ciphertext);
        if (!type.ValueEquals("passphrase") || Passphrase.From(environment) is not { } passphrase || Salt() is not { } salt)
            return static _ => null;
        return Cipher(salt, passphrase) is { } cipher
            ? ciphertext => cipher.TryDecrypt(ciphertext, out var text) ? text : null
            : static _ => null;
    }

    private string? Salt() =>
        provider.TryGetProperty("state", out var state) && state.TryGetProperty("salt", out var salt) ? salt.GetString() : null;

    private static PassphraseCipher? Cipher(string salt, string passphrase)
    {
        try
        {
            return PassphraseCipher.Open(salt, passphrase);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string? Decode(string ciphertext)
    {
        var bytes = new byte[ciphertext.Length];
        return Convert.TryFromBase64String(ciphertext, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
