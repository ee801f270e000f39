using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.WafV2;
using Pulumi.Aws.WafV2.Inputs;
using AwsWebAcl = Pulumi.Aws.WafV2.WebAcl;

namespace Infra.Edge;

/// <summary>The log of a web ACL, and what must be in it nowhere: whoever reads it could otherwise act as the people in it.</summary>
internal static class WebAclLog
{
    // Small letters: WAF stores them so, and another spelling would show a difference for ever.
    private static readonly string[] Always = ["authorization", "cookie"];

    /// <summary>Makes the log. WAF itself lets its delivery write to the group, with a resource policy that it makes and keeps.</summary>
    public static void Make(string name, WebAclArgs args, AwsWebAcl acl, ComponentResource parent)
    {
        var groupName = GroupName(args);
        var group = new LogGroup(
            $"{name}-{args.Role}-logs",
            new()
            {
                Name = groupName,
                RetentionInDays = args.LogRetentionDays,
                KmsKeyId = args.KeyArn,
                Tags = args.Context.Label.NameTag($"{args.Role}-logs"),
            },
            new() { Parent = parent }
        );
        _ = new WebAclLoggingConfiguration(
            $"{name}-{args.Role}-logging",
            new()
            {
                ResourceArn = acl.Arn,
                // Without the :* that other services put behind the ARN of a group; WAF refuses it.
                LogDestinationConfigs = args.Context.Arn("logs", $"log-group:{groupName}"),
                RedactedFields =
                [
                    .. HiddenHeaders(args)
                        .Select(header => new WebAclLoggingConfigurationRedactedFieldArgs
                        {
                            SingleHeader = new WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs { Name = header },
                        }),
                    // code, state, id_token_hint
                    new WebAclLoggingConfigurationRedactedFieldArgs
                    {
                        QueryString = new WebAclLoggingConfigurationRedactedFieldQueryStringArgs(),
                    },
                ],
            },
            new() { Parent = parent, DependsOn = { group } }
        );
    }

    /// <summary>The same fields for sampled requests, which the redaction of the log does not reach.</summary>
    public static WebAclDataProtectionConfigArgs Protection(WebAclArgs args) =>
        new()
        {
            DataProtections =
            [
                Hide(new() { FieldType = "SINGLE_HEADER", FieldKeys = HiddenHeaders(args) }),
                Hide(new() { FieldType = "QUERY_STRING" }),
            ],
        };

    /// <summary>The group; a second ACL of a stack has its own.</summary>
    public static string GroupName(WebAclArgs args) =>
        args.Role == WebAcl.MainRole ? args.Context.Label.WafLogGroup : args.Context.Label.WafLogGroupOf(args.Role);

    // Whoever reads what a CDN says of itself could go around it.
    private static string[] HiddenHeaders(WebAclArgs args) =>
        [
            .. Always,
            .. args.RequiredHeaders.Select(header => WebAclHeaderRule.NameOf(header)).Distinct(),
            .. args.SecretHeaders.Select(header => header.ToLowerInvariant()),
        ];

    private static WebAclDataProtectionConfigDataProtectionArgs Hide(WebAclDataProtectionConfigDataProtectionFieldArgs field) =>
        new() { Action = "SUBSTITUTION", Field = field };
}
