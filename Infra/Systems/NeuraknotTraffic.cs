using System.Collections.Immutable;
using Infra.Compute;
using Infra.Data;
using Infra.Network;
using static Infra.Network.SecurityRule;

namespace Infra.Systems;

/// <summary>
/// Who may talk to whom in neuraknot. Its source lets all groups out to everywhere; here they reach what they use, so that a service that is
/// taken over cannot look around.
/// </summary>
internal static class NeuraknotTraffic
{
    /// <summary>The groups and rules.</summary>
    /// <param name="services">The services, whose ports and calls decide.</param>
    /// <param name="dualStack">Whether the load balancer answers IPv6 too.</param>
    /// <param name="endpoints">Whether there are interface endpoints.</param>
    public static NetworkTraffic Of(ServiceTable services, bool dualStack, bool endpoints)
    {
        var groups = new Dictionary<string, SecurityGroupText>
        {
            [SecurityRole.Alb] = new("alb", "Security group for neuraKnot ALB"),
            [SecurityRole.App] = new("ecs", "Security group for neuraKnot ECS tasks"),
            [SecurityRole.Db] = new("rds", "Security group for neuraKnot RDS"),
        };
        if (endpoints)
            groups[SecurityRole.Endpoints] = new("endpoints", "Security group for neuraKnot VPC endpoints");
        return new(
            groups.ToImmutableSortedDictionary(StringComparer.Ordinal),
            [
                .. Rules(dualStack),
                .. ServiceTraffic.Rules(services),
                .. services.Given(ServiceGrant.Database).Any() ? Database() : [],
                .. endpoints
                    ? [In(SecurityRole.Endpoints, SecurityRole.App, 443, "AWS services for the tasks")]
                    : Array.Empty<SecurityRule>(),
            ]
        );
    }

    private static IEnumerable<SecurityRule> Rules(bool dualStack)
    {
        string[] internet = dualStack ? [Anywhere.V4, Anywhere.V6] : [Anywhere.V4];
        foreach (var source in internet)
        {
            yield return In(SecurityRole.Alb, source, 443, "HTTPS from the internet");
            yield return In(SecurityRole.Alb, source, 80, "HTTP from the internet, redirected where there is a certificate");
        }
        yield return Out(SecurityRole.App, Anywhere.V4, 443, "HTTPS to AWS services and identity providers");
    }

    private static SecurityRule[] Database() =>
        [
            Out(SecurityRole.App, SecurityRole.Db, TenantDatabase.Port, "PostgreSQL"),
            In(SecurityRole.Db, SecurityRole.App, TenantDatabase.Port, "PostgreSQL from the tasks"),
        ];
}
