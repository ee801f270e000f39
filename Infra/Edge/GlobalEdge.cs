using Infra.Settings;

namespace Infra.Edge;

/// <summary>
/// The region of everything that belongs to CloudFront: certificates, web ACLs, their logs, metrics and alarms. Whoever makes such things
/// passes a provider of this region.
/// </summary>
internal static class GlobalEdge
{
    /// <summary>The region.</summary>
    public const string Region = "us-east-1";

    /// <summary>The stack, as it makes ARNs there.</summary>
    public static StackContext In(StackContext context) => context with { Region = Region };
}
