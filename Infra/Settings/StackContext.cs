using Infra.Naming;

namespace Infra.Settings;

/// <summary>Which stack this is and where it lives.</summary>
internal sealed record StackContext
{
    /// <summary>The system, for example <c>idp-server</c>.</summary>
    public required string System { get; init; }

    /// <summary>What the stack is for.</summary>
    public required StackEnvironment Environment { get; init; }

    /// <summary>The name of the stack.</summary>
    public required string Stack { get; init; }

    /// <summary>The AWS region.</summary>
    public required string Region { get; init; }

    /// <summary>The one account the stack may be deployed to, 12 digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>Whether nothing will be changed. Default: true.</summary>
    public bool IsPreview { get; init; } = true;

    /// <summary>Whether names of production carry its name too; see <see cref="StackLabel.MarksProduction"/>. Default: false.</summary>
    public bool MarksProduction { get; init; }

    /// <summary>The system as physical names have it. Default: <see cref="System"/>; see <see cref="StackLabel.Brand"/>.</summary>
    public string? Brand { get; init; }

    /// <summary>What people brought that nobody may see. Default: nothing.</summary>
    public StackSecrets Secrets { get; init; } = StackSecrets.None;

    /// <summary>Makes its names.</summary>
    public StackLabel Label => new(System, Stack, MarksProduction) { Brand = Brand ?? System };

    /// <summary>The part of AWS that the region belongs to, the second word of every ARN.</summary>
    public string Partition =>
        Region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn"
        : Region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov"
        : "aws";

    /// <summary>An ARN in this account and region, known before anything is deployed.</summary>
    public string Arn(string service, string resource) => $"arn:{Partition}:{service}:{Region}:{AccountId}:{resource}";

    /// <summary>The account itself as a principal: every identity in it that IAM lets.</summary>
    public string AccountArn => $"arn:{Partition}:iam::{AccountId}:root";
}
