using System.Collections.Immutable;
using Engine.Planning;
using Engine.Values;

namespace Engine.Projects;

/// <summary>Opens the secrets of a stack file, or puts placeholders in their place where they cannot be opened.</summary>
internal sealed class SecretOpener(StackFile stack, Func<string, string?> environment, ProblemList problems)
{
    private bool _tried;
    private PassphraseCipher? _cipher;

    /// <summary>The text of the secret that stands at a path below a key, and whether it is only a placeholder of the expected kind.</summary>
    public (string Text, bool IsPlaceholder) Open(
        string key,
        ImmutableArray<PathElement> path,
        ConfigSecret secret,
        ConfigKind kind
    )
    {
        if (Cipher() is not { } cipher)
            return (Placeholder(key, path, kind), true);
        if (cipher.TryDecrypt(secret.Ciphertext, out var text))
            return (text, false);
        problems.Add(
            $"{Name(key, path)} (line {secret.Line})",
            "a secret the stack's passphrase does not open",
            "one encrypted with it",
            $"set it again: pulumi config set --secret {key}"
        );
        return (Placeholder(key, path, kind), true);
    }

    /// <summary>
    /// A text of the expected kind that is always the same for a key and differs between keys, long enough for a password. It says what it is.
    /// </summary>
    public static string Placeholder(string key, ImmutableArray<PathElement> path, ConfigKind kind) =>
        kind switch
        {
            ConfigKind.Integer => "1",
            ConfigKind.Boolean => "false",
            ConfigKind.Array => "[]",
            ConfigKind.Object => "{}",
            _ => $"placeholder-for-{string.Join('-', path.Select(Word).Prepend(ConfigKey.Name(key)))}",
        };

    public static string Name(string key, ImmutableArray<PathElement> path) =>
        path.Aggregate(
            key,
            (name, element) => element.Index is { } index ? PropertyPath.Index(name, index) : PropertyPath.Key(name, element.Key!)
        );

    private static string Word(PathElement element) => element.Key ?? $"{element.Index}";

    private PassphraseCipher? Cipher()
    {
        if (_tried)
            return _cipher;
        _tried = true;
        if (stack.SecretsProvider is not (null or "" or "default" or "passphrase") || stack.EncryptionSalt is not { } salt)
            return null;
        if (Passphrase.From(environment) is not { } passphrase)
            return null;
        try
        {
            _cipher = PassphraseCipher.Open(salt, passphrase);
        }
        catch (FormatException)
        {
            problems.Add(
                "encryptionsalt",
                "something else",
                "v1:, the salt and its check",
                "take the line from the history of the file"
            );
            return null;
        }
        if (_cipher is null)
            problems.Add(
                Passphrase.Variable,
                "a passphrase that does not open the stack's secrets",
                "the one they were encrypted with",
                $"unset it and {Passphrase.FileVariable} to preview with placeholders"
            );
        return _cipher;
    }
}
