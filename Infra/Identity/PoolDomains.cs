using Pulumi;
using Pulumi.Aws.Cognito;
using Pulumi.Aws.Route53;
using Pulumi.Aws.Route53.Inputs;

namespace Infra.Identity;

/// <summary>Makes the place of pages and OAuth endpoints.</summary>
internal static class PoolDomains
{
    private const int OldPages = 1;
    private const int ManagedPages = 2;

    /// <summary>The domain, and where a zone is given the host's record.</summary>
    public static UserPoolDomain Make(string name, PoolDomain place, UserPool pool, Resource parent)
    {
        var made = new UserPoolDomainArgs
        {
            UserPoolId = pool.Id,
            Domain = (place.Host ?? place.Prefix)!,
            ManagedLoginVersion = place.ManagedLogin ? ManagedPages : OldPages,
        };
        if (place.Host is not null)
            made.CertificateArn = place.CertificateArn!;
        // A pool has one domain, and nobody else may have the prefix: the old one goes first.
        var domain = new UserPoolDomain($"{name}-domain", made, new() { Parent = parent, DeleteBeforeReplace = true });
        if (place is { Host: { } host, HostedZoneId: { } zone })
            foreach (var type in new[] { "A", "AAAA" })
                _ = new Record(
                    $"{name}-domain-{type.ToLowerInvariant()}",
                    new()
                    {
                        ZoneId = zone,
                        Name = host,
                        Type = type,
                        Aliases = new RecordAliasArgs
                        {
                            Name = domain.CloudfrontDistribution,
                            ZoneId = domain.CloudfrontDistributionZoneId,
                            EvaluateTargetHealth = false, // CloudFront has no health to ask for
                        },
                    },
                    new() { Parent = parent }
                );
        return domain;
    }
}
