using System.Collections.Immutable;

namespace Infra.Cli.Operations.Parts;

/// <summary>
/// What can be operated in a stack, by the names that its program gives: they are fixed before anything is deployed, so neither state nor search is
/// needed to find a service in the middle of the night.
/// </summary>
internal sealed record StackParts
{
    /// <summary>The services, by key.</summary>
    public required ImmutableArray<ServicePart> Services { get; init; }

    /// <summary>The functions, by key.</summary>
    public required ImmutableArray<FunctionPart> Functions { get; init; }

    /// <summary>The branches of sites that Amplify builds, by key.</summary>
    public required ImmutableArray<SitePart> Sites { get; init; }

    /// <summary>The log groups, those of the application first, then by key.</summary>
    public required ImmutableArray<LogSource> Logs { get; init; }

    /// <summary>The databases, those that are written to first.</summary>
    public required ImmutableArray<DatabasePart> Databases { get; init; }

    /// <summary>The proxies in front of a database.</summary>
    public required ImmutableArray<string> DatabaseProxies { get; init; }

    /// <summary>Secrets of databases, by name.</summary>
    public required ImmutableArray<string> DatabaseSecrets { get; init; }

    /// <summary>Secrets of caches, by name.</summary>
    public required ImmutableArray<string> CacheSecrets { get; init; }

    /// <summary>The replication groups of ElastiCache.</summary>
    public required ImmutableArray<string> Caches { get; init; }

    /// <summary>The tables of DynamoDB.</summary>
    public required ImmutableArray<string> Tables { get; init; }
}
