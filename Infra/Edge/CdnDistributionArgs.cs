using System.Collections.Immutable;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Edge;

/// <summary>What a <see cref="CdnDistribution"/> needs.</summary>
internal sealed record CdnDistributionArgs
{
    /// <summary>The stack as it is in us-east-1, see <see cref="GlobalEdge"/>.</summary>
    public required StackContext Context { get; init; }

    /// <summary>Where things come from.</summary>
    public required ImmutableArray<CdnOrigin> Origins { get; init; }

    /// <summary>What comes from where; the first row that matches counts. One takes everything else.</summary>
    public required ImmutableArray<CdnBehaviour> Behaviours { get; init; }

    /// <summary>The hosts people use. Default: none, so they use CloudFront's own.</summary>
    public ImmutableArray<string> Domains { get; init; } = [];

    /// <summary>A validated certificate for the hosts, in us-east-1. Default: none, so there can be no host either.</summary>
    public Input<string>? CertificateArn { get; init; }

    /// <summary>The Route 53 zone in which the hosts are pointed here. Default: none; somebody points them by hand.</summary>
    public string? HostedZoneId { get; init; }

    /// <summary>Which TLS viewers speak. Default: 1.2 and 1.3. Without a certificate of its own CloudFront decides.</summary>
    public string MinimumTls { get; init; } = "TLSv1.2_2021";

    /// <summary>The web ACL, of scope CLOUDFRONT. Default: none.</summary>
    public Input<string>? WebAclArn { get; init; }

    /// <summary>From where people are served. Default: everywhere but South America and Oceania; Asia is not in PriceClass_100.</summary>
    public string PriceClass { get; init; } = "PriceClass_200";

    /// <summary>What is asked when nothing is. Default: the origin is asked for nothing, too.</summary>
    public string? DefaultRootObject { get; init; }

    /// <summary>What people get when an origin cannot be reached. Default: CloudFront's own page.</summary>
    public CdnErrorPage? ErrorPage { get; init; }

    /// <summary>What browsers are told.</summary>
    public CdnHeaders Headers { get; init; } = new();

    /// <summary>Days for which requests are logged. Default: 90.</summary>
    public int LogRetentionDays { get; init; } = 90;

    /// <summary>Default: true. Refuses deletion, of the logs too, and origins that are asked in the clear.</summary>
    public bool Protect { get; init; } = true;

    /// <summary>The row that takes everything that no other does.</summary>
    public CdnBehaviour Default => Behaviours.First(row => row.Path == CdnBehaviour.Everything);

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate() => CdnDistributionCheck.Problems(this);
}
