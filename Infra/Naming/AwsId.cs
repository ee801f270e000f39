namespace Infra.Naming;

/// <summary>What ids of things that exist already look like, for settings that name one.</summary>
internal static class AwsId
{
    /// <summary>A hosted zone of Route 53.</summary>
    public const string HostedZone = "^Z[A-Z0-9]{1,31}$";

    /// <summary>The ARN of a certificate of ACM.</summary>
    public const string Certificate = "^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[0-9a-f-]+$";
}
