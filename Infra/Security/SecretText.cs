using System.Security.Cryptography;
using System.Text;

namespace Infra.Security;

/// <summary>
/// Gives a generated password the form that a program wants. Resources that make UUIDs or bytes keep their result as their id, and ids lie
/// in the state for all to read; a password's id says nothing.
/// </summary>
internal static class SecretText
{
    /// <summary>A random UUID (version 4) whose 122 free bits are the first of the password's digest.</summary>
    public static string Uuid(string password)
    {
        var bytes = Digest(password).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>The 32 bytes of the password's digest in base64: an AES-256 key.</summary>
    public static string Base64Key(string password) => Convert.ToBase64String(Digest(password));

    private static byte[] Digest(string password) => SHA256.HashData(Encoding.UTF8.GetBytes(password));
}
