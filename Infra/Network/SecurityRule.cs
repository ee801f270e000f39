using System.Collections.Immutable;

namespace Infra.Network;

/// <summary>One thing that one security group lets through, always TCP.</summary>
/// <param name="Group">Whose group.</param>
/// <param name="IsIngress">Whether it lets in; otherwise it lets out.</param>
/// <param name="Peer">The role on the other side, or a block of addresses.</param>
/// <param name="Port">The one port.</param>
/// <param name="Description">Why, as AWS shows it.</param>
internal sealed record SecurityRule(string Group, bool IsIngress, string Peer, int Port, string Description)
{
    /// <summary>The group's name and description, by role.</summary>
    public static readonly ImmutableSortedDictionary<string, (string Name, string Description)> Groups = new Dictionary<
        string,
        (string, string)
    >
    {
        [SecurityRole.Alb] = ("alb", "Security group for idp-server ALB"),
        [SecurityRole.App] = ("ecs", "Security group for idp-server ECS tasks"),
        [SecurityRole.Jobs] = ("jobs", "Security group for idp-server database jobs"),
        [SecurityRole.Db] = ("rds", "Security group for idp-server RDS"),
        [SecurityRole.Redis] = ("redis", "Security group for idp-server Redis"),
        [SecurityRole.Endpoints] = ("endpoints", "Security group for idp-server VPC endpoints"),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Its identity within the network, for example <c>app-in-alb-8080</c>.</summary>
    public string Role => $"{Group}-{(IsIngress ? "in" : "out")}-{PeerWord}-{Port}";

    /// <summary>Whether the other side is a block of addresses rather than a group.</summary>
    public bool IsOpen => Peer is Anywhere.V4 or Anywhere.V6;

    private string PeerWord =>
        Peer switch
        {
            Anywhere.V4 => "internet",
            Anywhere.V6 => "internet-ipv6",
            _ => Peer,
        };

    /// <summary>
    /// Everything that may pass, and so all that may. Names need no rule: security groups do not filter the VPC's own resolver.
    /// </summary>
    /// <param name="dualStack">Whether the load balancer answers IPv6 too.</param>
    /// <param name="endpoints">Whether there are interface endpoints.</param>
    public static IEnumerable<SecurityRule> All(bool dualStack, bool endpoints)
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

        if (!endpoints)
            yield break;
        yield return In(SecurityRole.Endpoints, SecurityRole.App, 443, "AWS services for the tasks");
        yield return In(SecurityRole.Endpoints, SecurityRole.Jobs, 443, "AWS services for the database jobs");
    }

    private static SecurityRule In(string group, string peer, int port, string description) =>
        new(group, true, peer, port, description);

    private static SecurityRule Out(string group, string peer, int port, string description) =>
        new(group, false, peer, port, description);
}
