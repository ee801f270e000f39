namespace Engine.Values;

/// <summary>The markers with which Pulumi's wire and checkpoint formats tell special values from plain data.</summary>
public static class Signatures
{
    /// <summary>The key whose presence makes an object special; its value says which kind.</summary>
    public const string Key = "4dabf18193072939515e22adb298388d";

    /// <summary>A secret.</summary>
    public const string Secret = "1b47061264138c4ac30d75fd1eb44270";

    /// <summary>An asset.</summary>
    public const string Asset = "c44067f5952c0a294b673a41bacd8c17";

    /// <summary>An archive.</summary>
    public const string Archive = "0def7320c3a5731c473e5ecbe6d01bc7";

    /// <summary>A reference to a resource.</summary>
    public const string Resource = "5cf8f73096256a8f31e491e813e4eb8e";

    /// <summary>A value with its secrecy and dependencies; on the wire only.</summary>
    public const string Output = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    /// <summary>A text that is not UTF-8.</summary>
    public const string ByteString = "803fd3297a5875dc03ca845dda5d2a98";

    /// <summary>The text that stands for an unknown value, whatever its type.</summary>
    public const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private const int SentinelLength = 36;

    /// <summary>Whether a text is the sentinel of an unknown value of any type.</summary>
    public static bool IsUnknown(string text) =>
        text.Length == SentinelLength
        && text
            is Unknown
                or "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7" // bool
                or "3eeb2bf0-c639-47a8-9e75-3b44932eb421" // number
                or "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2" // array
                or "030794c1-ac77-496b-92df-f27374a8bd58" // asset
                or "e48ece36-62e2-4504-bad9-02848725956a" // archive
                or "dd056dcd-154b-4c76-9bd3-c8f88648b5ff"; // object
}
