using System.Runtime.CompilerServices;
using Engine.Values;

namespace Review.Model.Aws;

/// <summary>Tells which environment variables hold a secret in plain text: by their name, by the form of their value, or because the plan has that value as a secret elsewhere.</summary>
internal static class PlainSecrets
{
    // Shorter texts are words that may be a secret somewhere and mean nothing here.
    private const int ShortestSecret = 8;

    private static readonly string[] Words =
    [
        "APIKEY",
        "CREDENTIAL",
        "CREDENTIALS",
        "PASSPHRASE",
        "PASSWD",
        "PASSWORD",
        "PWD",
        "SECRET",
        "TOKEN",
    ];

    // PUBLIC_KEY and the like are keys that everybody may see, or none at all.
    private static readonly string[] HarmlessBeforeKey =
    [
        "CACHE",
        "INDEX",
        "PARTITION",
        "PRIMARY",
        "PUBLIC",
        "PUBLISHABLE",
        "SORT",
    ];

    // A variable that ends so says something about a secret, and is none.
    private static readonly string[] Harmless =
    [
        "ALGORITHM",
        "ARN",
        "COUNT",
        "DAYS",
        "ENABLED",
        "ENDPOINT",
        "EXPIRATION",
        "EXPIRY",
        "FILE",
        "HEADER",
        "HOST",
        "HOURS",
        "ID",
        "ISSUER",
        "LENGTH",
        "LIFETIME",
        "LIMIT",
        "MINUTES",
        "MODE",
        "NAME",
        "PATH",
        "POLICY",
        "PREFIX",
        "REGION",
        "REQUIRED",
        "SECONDS",
        "SIZE",
        "TIMEOUT",
        "TTL",
        "TYPE",
        "URI",
        "URL",
        "VALIDITY",
        "VERSION",
    ];

    // Names that no rule of words would find.
    private static readonly string[] Names = ["AWS_ACCESS_KEY_ID", "ECS_ENGINE_AUTH_DATA"];

    // How keys of AWS, GitHub, Slack and Stripe begin, and private keys.
    private static readonly string[] Beginnings =
    [
        "-----BEGIN ",
        "AKIA",
        "ASIA",
        "ghp_",
        "github_pat_",
        "glpat-",
        "sk_live_",
        "xoxb-",
        "xoxp-",
    ];

    // Outputs that name something, and outputs that are a secret themselves, such as a password of Random.
    private static readonly string[] Identities = ["arn", "id", "keyId", "name"];
    private static readonly string[] SecretOutputs = ["clientSecret", "result"];

    private static readonly ConditionalWeakTable<StackModel, HashSet<string>> Known = [];

    /// <summary>Why a variable is a secret in plain text; nothing where it is none.</summary>
    /// <param name="stack">The stack, whose secrets are known.</param>
    /// <param name="name">The variable's name.</param>
    /// <param name="value">Its value.</param>
    public static string? WhyOf(StackModel stack, string name, Value value)
    {
        if (value.IsSecret)
            return "it is a secret of the plan";
        if (value.Text is not { Length: > 0 } text)
            return null;
        if (Known.GetValue(stack, SecretsOf).Contains(text))
            return "it is a secret of the plan";
        if (
            Beginnings.Any(beginning =>
                text.StartsWith(beginning, StringComparison.Ordinal) && text.Length > beginning.Length + ShortestSecret
            )
        )
            return "it looks like a key";
        if (HasPassword(text))
            return "the address holds a password";
        if (Reference.In(text).Any(reference => SecretOutputs.Contains(reference.Output)))
            return "it is a secret that AWS or Pulumi makes";
        // What names a secret is none; true and false switch something.
        return IsSecretName(name) && value.Bool is null && !IsIdentity(text) ? "its name says that it is one" : null;
    }

    /// <summary>Whether a name is that of a secret.</summary>
    public static bool IsSecretName(string name)
    {
        if (Names.Contains(name, StringComparer.OrdinalIgnoreCase))
            return true;
        var words = WordsOf(name);
        return words.Count > 0
            && !Harmless.Contains(words[^1])
            && (
                words.Any(word => Words.Contains(word))
                || words[^1] == "KEY" && !(words.Count > 1 && HarmlessBeforeKey.Contains(words[^2]))
            );
    }

    private static bool IsIdentity(string text) =>
        text.StartsWith("arn:", StringComparison.Ordinal)
        || Reference.In(text).Any(reference => Identities.Contains(reference.Output));

    // DB_PASSWORD2, db.password and dbPassword are DB and PASSWORD.
    private static List<string> WordsOf(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var at = 1; at <= name.Length; at++)
            if (at == name.Length || !char.IsLetter(name[at]) || char.IsUpper(name[at]) && char.IsLower(name[at - 1]))
            {
                var word = name[start..at].Trim('_', '-', '.', ' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
                if (word.Length > 0)
                    words.Add(word.ToUpperInvariant());
                start = at;
            }
        return words;
    }

    // scheme://user:password@host
    private static bool HasPassword(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
            return false;
        var rest = text.AsSpan(scheme + 3);
        var end = rest.IndexOfAny('/', '?', ' ');
        var authority = end < 0 ? rest : rest[..end];
        var host = authority.LastIndexOf('@');
        return host > 0 && authority[..host].IndexOf(':') is >= 0 and var colon && colon < host - 1;
    }

    private static HashSet<string> SecretsOf(StackModel stack)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in stack.Resources)
            Collect(resource.State.Inputs, false, found);
        return found;
    }

    private static void Collect(PropertyValue value, bool secret, HashSet<string> found)
    {
        switch (value)
        {
            case SecretValue { Inner: var inner }:
                Collect(inner, true, found);
                break;
            case StringValue { Value: { Length: >= ShortestSecret } text } when secret && !Reference.IsIn(text):
                found.Add(text);
                break;
            case ArrayValue { Items: var items }:
                foreach (var item in items)
                    Collect(item, secret, found);
                break;
            case ObjectValue { Properties: var properties }:
                foreach (var (_, item) in properties)
                    Collect(item, secret, found);
                break;
        }
    }
}
