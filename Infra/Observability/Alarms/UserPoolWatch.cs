using System.Collections.Immutable;
using Pulumi;

namespace Infra.Observability.Alarms;

/// <summary>A user pool to watch.</summary>
/// <param name="PoolId">The pool.</param>
/// <param name="Clients">The ids of the applications through which people sign in, by key. Not those of programs: nobody signs in there.</param>
internal sealed record UserPoolWatch(Output<string> PoolId, ImmutableSortedDictionary<string, Output<string>> Clients)
{
    /// <summary>What the rows watch.</summary>
    public const string Thing = "user-pool";

    /// <summary>Whether Cognito measures risks; without threat protection the metrics do not exist. Default: true.</summary>
    public bool HasThreatProtection { get; init; } = true;

    /// <summary>The other services through which people may sign in. Default: none.</summary>
    public ImmutableArray<string> Providers { get; init; } = [];
}
