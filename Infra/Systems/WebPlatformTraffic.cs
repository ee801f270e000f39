using System.Collections.Immutable;
using Infra.Network;
using static Infra.Network.SecurityRule;

namespace Infra.Systems;

/// <summary>Who may talk to whom in web-platform. Tasks share the group of the instances they run on.</summary>
internal static class WebPlatformTraffic
{
    // Where Docker gives containers their host ports.
    private const int FirstHostPort = 32_768;
    private const int LastHostPort = 65_535;

    private const int Postgres = 5432;

    /// <summary>The groups and rules.</summary>
    /// <param name="dualStack">Whether the load balancer answers IPv6 too.</param>
    /// <param name="endpoints">Whether there are interface endpoints.</param>
    /// <param name="database">Whether there is a database.</param>
    public static NetworkTraffic Of(bool dualStack, bool endpoints, bool database)
    {
        var groups = new Dictionary<string, SecurityGroupText>
        {
            [SecurityRole.Alb] = new("alb", "Security group for web-platform ALB"),
            [SecurityRole.App] = new("ecs", "Security group for web-platform ECS instances"),
        };
        if (database)
            groups[SecurityRole.Db] = new("rds", "Security group for web-platform RDS");
        if (endpoints)
            groups[SecurityRole.Endpoints] = new("endpoints", "Security group for web-platform VPC endpoints");
        return new(
            groups.ToImmutableSortedDictionary(StringComparer.Ordinal),
            [
                .. Rules(dualStack),
                .. database ? Database() : [],
                .. endpoints
                    ? [In(SecurityRole.Endpoints, SecurityRole.App, 443, "AWS services for instances and tasks")]
                    : Array.Empty<SecurityRule>(),
            ]
        );
    }

    private static IEnumerable<SecurityRule> Rules(bool dualStack)
    {
        string[] internet = dualStack ? [Anywhere.V4, Anywhere.V6] : [Anywhere.V4];
        // The CDN comes from many addresses: who else comes is turned away for want of its header.
        foreach (var source in internet)
        {
            yield return In(SecurityRole.Alb, source, 443, "HTTPS from the CDN");
            yield return In(SecurityRole.Alb, source, 80, "HTTP from the CDN, or redirected to HTTPS");
        }
        yield return Out(SecurityRole.Alb, SecurityRole.App, FirstHostPort, "Requests and health checks to the tasks") with
        {
            LastPort = LastHostPort,
        };

        yield return In(SecurityRole.App, SecurityRole.Alb, FirstHostPort, "Requests and health checks to dynamic ports") with
        {
            LastPort = LastHostPort,
        };
        yield return Out(SecurityRole.App, Anywhere.V4, 443, "HTTPS to AWS services");
        yield return Out(SecurityRole.App, Anywhere.V4, 80, "HTTP to package mirrors");
        // Servers of other networks only: security groups do not filter the VPC's own resolver and clock.
        yield return Out(SecurityRole.App, Anywhere.V4, 53, "DNS");
        yield return Out(SecurityRole.App, Anywhere.V4, 53, "DNS") with
        {
            Protocol = Udp,
        };
        yield return Out(SecurityRole.App, Anywhere.V4, 123, "NTP") with
        {
            Protocol = Udp,
        };
    }

    private static SecurityRule[] Database() =>
        [
            Out(SecurityRole.App, SecurityRole.Db, Postgres, "PostgreSQL"),
            In(SecurityRole.Db, SecurityRole.App, Postgres, "PostgreSQL from the tasks"),
        ];
}
