using System.Collections.Immutable;
using Infra.Policies;
using Infra.Settings;
using Infra.Validation;

namespace Infra.Security;

/// <summary>What an <see cref="EncryptionKey"/> needs.</summary>
internal sealed record EncryptionKeyArgs
{
    /// <summary>The stack; its account and region are part of the policy.</summary>
    public required StackContext Context { get; init; }

    /// <summary>
    /// Names, or patterns with <c>*</c>, of the log groups that the key encrypts. CloudWatch Logs may use it for no other, and not at all where
    /// there is none.
    /// </summary>
    public required ImmutableArray<string> LogGroups { get; init; }

    /// <summary>Roles of further aliases. Default: none; <c>key</c> there always is.</summary>
    public ImmutableArray<string> MoreAliases { get; init; } = [];

    /// <summary>Services through which identities of the account use the key. Default: those that keep data in these systems.</summary>
    public ImmutableArray<string> Services { get; init; } = ["backup", "ecr", "elasticache", "rds", "secretsmanager", "sns"];

    /// <summary>The trail of CloudTrail whose files the key encrypts. Default: none, and CloudTrail may not use the key.</summary>
    public string? TrailArn { get; init; }

    /// <summary>Who else uses the key, and for what. Default: nobody.</summary>
    public ImmutableArray<Statement> Statements { get; init; } = [];

    /// <summary>
    /// Whether alarms and events publish through topics that the key encrypts, and sessions of ECS Exec agree on keys with it. Default: true;
    /// a stack that has neither topics nor containers grants nobody that.
    /// </summary>
    public bool Operations { get; init; } = true;

    /// <summary>Days in which a deleted key can be rescued. Default: 30, the most there is.</summary>
    public int DeletionDays { get; init; } = 30;

    /// <summary>Days between rotations of the key material. Default: a year.</summary>
    public int RotationDays { get; init; } = 365;

    /// <summary>Default: true. Refuses deletion; without the key everything it encrypted is lost.</summary>
    public bool Protect { get; init; } = true;

    /// <summary>Default: false. Whether AWS keeps the key when the stack no longer has it.</summary>
    public bool Retain { get; init; }

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (DeletionDays is < 7 or > 30)
            yield return new("deletionDays", DeletionDays, "7 to 30", "AWS keeps a deleted key no shorter and no longer");
        if (RotationDays is < 90 or > 2560)
            yield return new("rotationDays", RotationDays, "90 to 2560", "AWS rotates no more often and no less");
        if (Services.IsDefaultOrEmpty)
            yield return new("services", "an empty list", "one or more services", "without one nobody can use the key");
    }
}
