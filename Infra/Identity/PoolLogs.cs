using Pulumi;

namespace Infra.Identity;

/// <summary>What a pool writes down beside its metrics.</summary>
internal sealed record PoolLogs
{
    /// <summary>Days for which CloudWatch keeps it. Default: 30.</summary>
    public int RetentionDays { get; init; } = 30;

    /// <summary>Whether each sign-in is written down with its risk; needs the plan Plus. Default: true.</summary>
    public bool SignIns { get; init; } = true;

    /// <summary>
    /// A bucket for the records of sign-ins. A pool has one place for them, so none go to CloudWatch then. Its policy must let
    /// <c>delivery.logs.amazonaws.com</c> write. Default: none.
    /// </summary>
    public Input<string>? SignInBucketArn { get; init; }
}
