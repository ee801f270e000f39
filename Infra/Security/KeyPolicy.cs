using System.Collections.Immutable;
using Infra.Policies;
using Infra.Settings;

namespace Infra.Security;

/// <summary>
/// Who may do what with a system's key. The account administers it but does not decrypt with it on its own: data is reached through the
/// services that keep it. No role is named, because roles name the key and neither could be made first.
/// </summary>
internal static class KeyPolicy
{
    private static readonly ImmutableArray<string> Use =
    [
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:GenerateDataKey*",
        "kms:ReEncrypt*",
    ];

    private static readonly ImmutableArray<string> Publish = ["kms:Decrypt", "kms:GenerateDataKey*"];

    // Everything but use and grants; IAM decides who in the account.
    private static readonly ImmutableArray<string> Administer =
    [
        "kms:CancelKeyDeletion",
        "kms:CreateAlias",
        "kms:DeleteAlias",
        "kms:Describe*",
        "kms:Disable*",
        "kms:Enable*",
        "kms:GetKeyPolicy",
        "kms:GetKeyRotationStatus",
        "kms:List*",
        "kms:PutKeyPolicy",
        "kms:RevokeGrant",
        "kms:RotateKeyOnDemand",
        "kms:ScheduleKeyDeletion",
        "kms:TagResource",
        "kms:UntagResource",
        "kms:Update*",
    ];

    /// <summary>The policy.</summary>
    /// <param name="args">The key.</param>
    public static string For(EncryptionKeyArgs args)
    {
        var context = args.Context;
        var account = Principal.Account(context.AccountArn);
        var through = args.Services.Select(service => $"{service}.{context.Region}.amazonaws.com").ToImmutableArray();
        return PolicyDocument.Of([
            new Statement("AccountAdministersKey") { Principal = account, Actions = Administer },
            new Statement("AccountUsesKeyThroughServices")
            {
                Principal = account,
                Actions = Use,
                Conditions =
                [
                    new("StringEquals", "kms:CallerAccount", context.AccountId),
                    new("StringEquals", "kms:ViaService", through),
                ],
            },
            new Statement("ServicesKeepUsingKeyByGrant")
            {
                Principal = account,
                Actions = ["kms:CreateGrant"],
                Conditions = [new("StringEquals", "kms:ViaService", through), new("Bool", "kms:GrantIsForAWSResource", "true")],
            },
            .. args.Operations ? [Sessions(account, context)] : Array.Empty<Statement>(),
            .. args.LogGroups.IsEmpty ? Array.Empty<Statement>() : [Logs(context, args.LogGroups)],
            .. args.Operations ? Messages(context) : [],
            .. args.TrailArn is { } trail ? Trail(context, trail) : [],
            .. args.Statements.IsDefault ? [] : args.Statements,
        ]);
    }

    // Both ends of an ECS Exec session use the key themselves: the person makes a data key, the container decrypts it.
    private static Statement Sessions(Principal account, StackContext context) =>
        new("SessionsAgreeOnKeys")
        {
            Principal = account,
            Actions = Publish,
            Conditions =
            [
                new("StringEquals", "kms:CallerAccount", context.AccountId),
                new("ForAnyValue:StringEquals", "kms:EncryptionContextKeys", "aws:ssm:SessionId"),
            ],
        };

    private static Statement[] Messages(StackContext context) =>
        [
            new("AlarmsAndBudgetsPublish")
            {
                Principal = Principal.Services("budgets.amazonaws.com", "cloudwatch.amazonaws.com"),
                Actions = Publish,
                Conditions = [new("StringEquals", "aws:SourceAccount", context.AccountId)],
            },
            // These name no source account when they publish to an encrypted topic: a condition would lose their messages without a word.
            new("EventsPublish")
            {
                Principal = Principal.Services(
                    "backup.amazonaws.com",
                    "events.amazonaws.com",
                    "events.rds.amazonaws.com",
                    "ses.amazonaws.com"
                ),
                Actions = Publish,
            },
        ];

    private static Statement Logs(StackContext context, ImmutableArray<string> groups) =>
        new("LogsEncryptTheirGroups")
        {
            Principal = Principal.Services($"logs.{context.Region}.amazonaws.com"),
            Actions = Use,
            Conditions =
            [
                new(
                    "ArnLike",
                    "kms:EncryptionContext:aws:logs:arn",
                    [.. groups.Select(group => context.Arn("logs", $"log-group:{group}"))]
                ),
            ],
        };

    private static Statement[] Trail(StackContext context, string trailArn) =>
        [
            new("TrailEncryptsItsFiles")
            {
                Principal = Principal.Services("cloudtrail.amazonaws.com"),
                Actions = ["kms:GenerateDataKey*"],
                Conditions =
                [
                    new("StringEquals", "aws:SourceArn", trailArn),
                    new(
                        "StringLike",
                        "kms:EncryptionContext:aws:cloudtrail:arn",
                        $"arn:{context.Partition}:cloudtrail:*:{context.AccountId}:trail/*"
                    ),
                ],
            },
            new("TrailLooksAtKey")
            {
                Principal = Principal.Services("cloudtrail.amazonaws.com"),
                Actions = ["kms:DescribeKey"],
                Conditions = [new("StringEquals", "aws:SourceArn", trailArn)],
            },
        ];
}
