using System.Security.Cryptography;
using System.Text;
using Infra.Naming;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Identity;

/// <summary>Where the sign-in pages and the OAuth endpoints are: below AWS's domain, or on a host of our own.</summary>
internal sealed record PoolDomain
{
    private static readonly string[] Reserved = ["amazon", "aws", "cognito"];

    /// <summary>The word before <c>.auth.&lt;region&gt;.amazoncognito.com</c>; all accounts share these words. Default: none, so there must be a host.</summary>
    public string? Prefix { get; init; }

    /// <summary>
    /// The host, such as <c>auth.example.com</c>. Cognito takes it only when the domain above it (<c>example.com</c>) resolves to an address.
    /// Default: none, so there must be a prefix.
    /// </summary>
    public string? Host { get; init; }

    /// <summary>The certificate of the host, of us-east-1 whatever the region of the pool: CloudFront serves the pages.</summary>
    public Input<string>? CertificateArn { get; init; }

    /// <summary>The Route 53 zone of the host. Default: none; somebody else points the host to Cognito.</summary>
    public string? HostedZoneId { get; init; }

    /// <summary>Whether the pages are the managed login ones, which need the plan Essentials; the old ones know no passkeys. Default: true.</summary>
    public bool ManagedLogin { get; init; } = true;

    /// <summary>The host that people see.</summary>
    /// <param name="region">The region of the pool.</param>
    public string FullHost(string region) => Host ?? $"{Prefix}.auth.{region}.amazoncognito.com";

    /// <summary>
    /// A prefix for a stack: its name, and eight digits that another account with a stack of the same name does not have. They come from the number
    /// of the account and do not show it.
    /// </summary>
    public static string PrefixOf(StackContext context)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{context.AccountId}/{context.System}/{context.Stack}"));
        return $"{context.Label.SmallPrefix}-{Convert.ToHexStringLower(digest)[..8]}";
    }

    /// <summary>What Cognito or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (Prefix is null == Host is null)
            yield return new("prefix", Prefix, "a prefix or a host", "a pool has one place for its pages");
        if (Prefix is not null && PrefixProblem(Prefix) is { } problem)
            yield return problem;
        if (Host is not null && !HostName.IsSound(Host))
            yield return new("host", Host, "a host name such as auth.example.com", "without https:// and path");
        if (Host is not null && CertificateArn is null)
            yield return new(
                "certificateArn",
                CertificateArn,
                $"a certificate of us-east-1 for {Host}",
                "CloudFront serves the pages over TLS"
            );
        if (Host is null && HostedZoneId is not null)
            yield return new("hostedZoneId", HostedZoneId, "none without host", "AWS knows where its own domain is");
    }

    /// <summary>What is wrong with a prefix; nothing with a sound one.</summary>
    public static Problem? PrefixProblem(string prefix) =>
        Reserved.FirstOrDefault(word => prefix.Contains(word, StringComparison.Ordinal)) is { } reserved
            ? new("prefix", prefix, $"a word without {reserved} in it", "AWS keeps aws, amazon and cognito for itself")
        : !HostName.IsLabel(prefix)
            ? new(
                "prefix",
                prefix,
                "1 to 63 small letters, digits and hyphens, none at either end",
                "it becomes part of a host name"
            )
        : null;
}
