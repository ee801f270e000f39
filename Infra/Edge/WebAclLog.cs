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
    private static readonly string[] SecretHeaders = ["authorization", "cookie"];

    /// <summary>Makes the log. WAF itself lets its delivery write to the group, with a resource policy that it makes and keeps.</summary>
    public static void Make(string name, WebAclArgs args, AwsWebAcl acl, ComponentResource parent)
    {
        var label = args.Context.Label;
        var group = new LogGroup(
            $"{name}-waf-logs",
            new()
            {
                Name = label.WafLogGroup,
                RetentionInDays = args.LogRetentionDays,
                KmsKeyId = args.KeyArn,
                Tags = label.NameTag("waf-logs"),
            },
            new() { Parent = parent }
        );
        _ = new WebAclLoggingConfiguration(
            $"{name}-waf-logging",
            new()
            {
                ResourceArn = acl.Arn,
                // Without the :* that other services put behind the ARN of a group; WAF refuses it.
                LogDestinationConfigs = args.Context.Arn("logs", $"log-group:{label.WafLogGroup}"),
                RedactedFields =
                [
                    .. SecretHeaders.Select(header => new WebAclLoggingConfigurationRedactedFieldArgs
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
    public static WebAclDataProtectionConfigArgs Protection() =>
        new()
        {
            DataProtections =
            [
                Hide(new() { FieldType = "SINGLE_HEADER", FieldKeys = SecretHeaders }),
                Hide(new() { FieldType = "QUERY_STRING" }),
            ],
        };

    private static WebAclDataProtectionConfigDataProtectionArgs Hide(WebAclDataProtectionConfigDataProtectionFieldArgs field) =>
        new() { Action = "SUBSTITUTION", Field = field };
}
