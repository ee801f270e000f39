using System.Collections.Immutable;
using Infra.Data;
using Infra.Network;
using static Infra.Network.SecurityRule;

namespace Infra.Systems;

/// <summary>Who may talk to whom in finsight: functions call out and nobody calls them, and only the proxy reaches the database.</summary>
internal static class FinsightTraffic
{
    /// <summary>The groups and rules.</summary>
    /// <param name="proxy">Whether there is a proxy before the database.</param>
    /// <param name="endpoints">Whether there are interface endpoints.</param>
    public static NetworkTraffic Of(bool proxy, bool endpoints)
    {
        var groups = new Dictionary<string, SecurityGroupText>
        {
            [SecurityRole.App] = new("lambda", "Security group for finsight Lambda"),
            [SecurityRole.Db] = new("rds", "Security group for finsight RDS"),
        };
        if (proxy)
            groups[SecurityRole.Proxy] = new("proxy", "Security group for finsight RDS Proxy");
        if (endpoints)
            groups[SecurityRole.Endpoints] = new("endpoints", "Security group for finsight VPC endpoints");
        return new(
            groups.ToImmutableSortedDictionary(StringComparer.Ordinal),
            [
                Out(SecurityRole.App, Anywhere.V4, 443, "HTTPS to AWS services and Auth0"),
                .. proxy
                    ?
                    [
                        .. Postgres(SecurityRole.App, SecurityRole.Proxy, "from the functions"),
                        .. Postgres(SecurityRole.Proxy, SecurityRole.Db, "from the proxy"),
                    ]
                    : Postgres(SecurityRole.App, SecurityRole.Db, "from the functions"),
                .. endpoints
                    ? [In(SecurityRole.Endpoints, SecurityRole.App, 443, "AWS services for the functions")]
                    : Array.Empty<SecurityRule>(),
            ]
        );
    }

    private static SecurityRule[] Postgres(string from, string to, string who) =>
        [Out(from, to, TenantDatabase.Port, "PostgreSQL"), In(to, from, TenantDatabase.Port, $"PostgreSQL {who}")];
}
