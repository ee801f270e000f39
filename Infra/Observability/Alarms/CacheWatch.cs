namespace Infra.Observability.Alarms;

/// <summary>A member of a cache to watch. ElastiCache measures members, not the group.</summary>
/// <param name="MemberId">Its cluster id, such as <c>idp-server-redis-001</c>.</param>
/// <param name="Member">How it is told from the others, such as <c>001</c>.</param>
/// <param name="HasReplicas">Whether members follow each other. After a failover any of them may be the one that follows.</param>
internal sealed record CacheWatch(string MemberId, string Member, bool HasReplicas)
{
    /// <summary>What the rows watch.</summary>
    public string Thing => $"cache/{MemberId}";
}
