using System.Text;
using Engine.Values;
using Review.Model;

namespace Review.Comparison;

/// <summary>Texts that hold something else: JSON documents, and what is handed to AWS in Base64 such as user data.</summary>
internal static class EncodedText
{
    // Shorter texts, such as names, may look like Base64 by chance.
    private const int ShortestEncoded = 40;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>What a text holds; the text itself where it holds nothing but itself.</summary>
    public static PropertyValue Open(StringValue text) =>
        JsonValues.Parse(text.Value) ?? (Decoded(text.Value) is { } decoded ? new StringValue(decoded) : text);

    private static string? Decoded(string text)
    {
        if (text.Length < ShortestEncoded || text.Length % 4 != 0)
            return null;
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
            return null;
        try
        {
            var decoded = Strict.GetString(bytes, 0, length);
            return decoded.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')) ? null : decoded;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
