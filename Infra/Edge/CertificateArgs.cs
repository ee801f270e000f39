using System.Collections.Immutable;
using Infra.Settings;
using Infra.Validation;

namespace Infra.Edge;

/// <summary>What a <see cref="Certificate"/> needs: the ARN of one that exists, or a name and the zone that proves it is ours.</summary>
internal sealed record CertificateArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>The host it is for.</summary>
    public required string Domain { get; init; }

    /// <summary>Further hosts, which may begin with <c>*.</c>. Default: none.</summary>
    public ImmutableArray<string> AlternativeNames { get; init; } = [];

    /// <summary>The Route 53 zone of the hosts. Default: none, so a certificate must be given.</summary>
    public string? HostedZoneId { get; init; }

    /// <summary>A certificate of ACM in the region where it is used. Default: one is issued.</summary>
    public string? GivenArn { get; init; }

    /// <summary>All hosts, each once.</summary>
    public ImmutableArray<string> Names => [.. AlternativeNames.Prepend(Domain).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>
    /// The hosts that ACM asks a record of. One record serves <c>example.com</c> and <c>*.example.com</c>, and may be made only once.
    /// </summary>
    public ImmutableArray<string> ValidatedNames => [.. Names.Select(Base).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (GivenArn is null && HostedZoneId is null)
            yield return new(
                "hostedZoneId",
                HostedZoneId,
                $"the Route 53 zone of {Domain}",
                "ACM asks there whether the name is ours; or give the ARN of a certificate that exists"
            );
        if (GivenArn is not null && !AlternativeNames.IsEmpty)
            yield return new(
                "alternativeNames",
                AlternativeNames,
                "none beside a given ARN",
                "a certificate that exists has its names"
            );
    }

    /// <summary>The host whose record validates a name.</summary>
    internal static string Base(string name) => name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name;
}
