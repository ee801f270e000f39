using System.Collections.Immutable;
using Infra.Network;
using static Infra.Network.SecurityRule;

namespace Infra.Systems;

/// <summary>Who may talk to whom in idp-server.</summary>
internal static class IdpServerTraffic
{
    /// <summary>The groups and rules.</summary>
    /// <param name="dualStack">Whether the load balancer answers IPv6 too.</param>
    /// <param name="endpoints">Whether there are interface endpoints.</param>
    public static NetworkTraffic Of(bool dualStack, bool endpoints)
    {
        var groups = Groups;
        if (endpoints)
            groups = groups.Add(SecurityRole.Endpoints, new("endpoints", "Security group for idp-server VPC endpoints"));
        return new(groups, [.. Rules(dualStack), .. endpoints ? Endpoints() : []]);
    }

    private static ImmutableSortedDictionary<string, SecurityGroupText> Groups =>
        new Dictionary<string, SecurityGroupText>
        {
            [SecurityRole.Alb] = new("alb", "Security group for idp-server ALB"),
            [SecurityRole.App] = new("ecs", "Security group for idp-server ECS tasks"),
            [SecurityRole.Jobs] = new("jobs", "Security group for idp-server database jobs"),
            [SecurityRole.Db] = new("rds", "Security group for idp-server RDS"),
            [SecurityRole.Redis] = new("redis", "Security group for idp-server Redis"),
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static IEnumerable<SecurityRule> Rules(bool dualStack)
    {
        string[] internet = dualStack ? [Anywhere.V4, Anywhere.V6] : [Anywhere.V4];
        foreach (var source in internet)
        {
            yield return In(SecurityRole.Alb, source, 443, "HTTPS from the internet");
            yield return In(SecurityRole.Alb, source, 80, "HTTP from the internet, redirected to HTTPS");
        }
        yield return Out(SecurityRole.Alb, SecurityRole.App, 8080, "Requests and health checks to the tasks");

        yield return In(SecurityRole.App, SecurityRole.Alb, 8080, "Requests and health checks from the load balancer");
        yield return Out(SecurityRole.App, Anywhere.V4, 443, "HTTPS to AWS services and federated identity providers");
        yield return Out(SecurityRole.App, SecurityRole.Db, 5432, "PostgreSQL");
        yield return Out(SecurityRole.App, SecurityRole.Redis, 6379, "Redis");

        yield return Out(SecurityRole.Jobs, Anywhere.V4, 443, "HTTPS to AWS services: image, log and secrets");
        yield return Out(SecurityRole.Jobs, SecurityRole.Db, 5432, "PostgreSQL");

        yield return In(SecurityRole.Db, SecurityRole.App, 5432, "PostgreSQL from the tasks");
        yield return In(SecurityRole.Db, SecurityRole.Jobs, 5432, "PostgreSQL from the database jobs");

        yield return In(SecurityRole.Redis, SecurityRole.App, 6379, "Redis from the tasks");
    }

    // Who asks an endpoint may go out to every address on 443 anyhow.
    private static IEnumerable<SecurityRule> Endpoints() =>
        [
            In(SecurityRole.Endpoints, SecurityRole.App, 443, "AWS services for the tasks"),
            In(SecurityRole.Endpoints, SecurityRole.Jobs, 443, "AWS services for the database jobs"),
        ];
}
