namespace Infra.Network;

/// <summary>Who has a security group, and the words used for it.</summary>
internal static class SecurityRole
{
    /// <summary>The load balancer.</summary>
    public const string Alb = "alb";

    /// <summary>The application: its tasks, or the instances they run on. The group is called <c>ecs</c>.</summary>
    public const string App = "app";

    /// <summary>One-off tasks that prepare the database.</summary>
    public const string Jobs = "jobs";

    /// <summary>The database. Its group is called <c>rds</c>.</summary>
    public const string Db = "db";

    /// <summary>The proxy before the database.</summary>
    public const string Proxy = "proxy";

    /// <summary>The cache.</summary>
    public const string Redis = "redis";

    /// <summary>The interface endpoints. There is such a group only where there are endpoints.</summary>
    public const string Endpoints = "endpoints";
}
