using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Infra.Hosting;

/// <summary>What people must know or do about a site.</summary>
internal static partial class AmplifyNotes
{
    /// <summary>What is allowed and unwise, or not ready yet.</summary>
    public static IEnumerable<string> Warnings(AmplifySiteArgs args)
    {
        if (args is { IsPublicRepository: true } && args.Branches.Values.Any(branch => branch.Previews))
            yield return $"{args.Repository} is public: anybody who opens a pull request has it built and shown below the site's address, with all its "
                + "environment variables";
        if (args is { Domain: { } domain, WaitForDomain: false })
            yield return $"{domain} shows the site only when the records in the output are in its zone; Amplify looks for them for 30 days";
    }

    /// <summary>A branch as a part of Amplify's host names: what is no letter or digit becomes a hyphen.</summary>
    public static string HostLabel(string branch) => Other().Replace(branch.ToLowerInvariant(), "-");

    /// <summary>The records with full names, in a fixed order; Amplify lists them in any.</summary>
    /// <param name="certificate">What proves the domain for the certificate, in Amplify's words.</param>
    /// <param name="subdomains">Where the subdomains lead: a prefix, type and value each.</param>
    /// <param name="domain">The domain.</param>
    public static ImmutableArray<string> Records(string? certificate, IEnumerable<string?> subdomains, string domain) =>
        [
            .. new[] { certificate }
                .OfType<string>()
                .Concat(
                    subdomains
                        .OfType<string>()
                        .Select(record => record.Trim())
                        .Select(record => Full(record, domain))
                        .Order(StringComparer.Ordinal)
                )
                .Where(record => record.Length > 0),
        ];

    private static string Full(string record, string domain) =>
        record.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? $"{record[..end]}.{domain}{record[end..]}" : record;

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Other();
}
