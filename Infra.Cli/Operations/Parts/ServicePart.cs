using System.Collections.Immutable;

namespace Infra.Cli.Operations.Parts;

/// <summary>A service of tasks.</summary>
/// <param name="Key">What people call it in this stack: <c>backend-go</c>.</param>
/// <param name="Cluster">The name of its cluster.</param>
/// <param name="Name">Its name in the cluster.</param>
internal sealed record ServicePart(string Key, string Cluster, string Name)
{
    /// <summary>How many tasks the plan begins with; scaling may have changed that since.</summary>
    public required int Tasks { get; init; }

    /// <summary>Whether it scales by itself.</summary>
    public required bool Scales { get; init; }

    /// <summary>Application and group of CodeDeploy. Default: ECS itself brings new versions.</summary>
    public (string Application, string Group)? CodeDeploy { get; init; }

    /// <summary>Whether its containers are told of a database or of its secret.</summary>
    public required bool UsesDatabase { get; init; }

    /// <summary>The log groups its containers write to.</summary>
    public required ImmutableArray<string> LogGroups { get; init; }
}
