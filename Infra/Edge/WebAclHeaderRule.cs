using System.Collections.Immutable;
using Pulumi.Aws.WafV2.Inputs;

namespace Infra.Edge;

/// <summary>The rule that blocks whoever does not come through the CDN.</summary>
internal static class WebAclHeaderRule
{
    /// <summary>Its name.</summary>
    public const string Name = "RequireOriginHeader";

    /// <summary>Its metric.</summary>
    public const string Metric = "RequireOriginHeaderMetric";

    /// <summary>The rule. One of the headers is enough.</summary>
    public static WebAclRuleArgs Of(ImmutableArray<OriginHeader> headers) =>
        new()
        {
            Name = Name,
            Action = new WebAclRuleActionArgs { Block = new WebAclRuleActionBlockArgs() },
            Statement =
                headers.Length == 1
                    ? Lacks(headers[0])
                    : new WebAclRuleStatementArgs
                    {
                        AndStatement = new WebAclRuleStatementAndStatementArgs { Statements = headers.Select(Lacks).ToArray() },
                    },
            VisibilityConfig = WebAclRules.Visible(Metric),
        };

    /// <summary>The header as WAF stores it; another spelling would show a difference for ever.</summary>
    public static string NameOf(OriginHeader header) => header.Name.ToLowerInvariant();

    private static WebAclRuleStatementArgs Lacks(OriginHeader header) =>
        new()
        {
            NotStatement = new WebAclRuleStatementNotStatementArgs
            {
                Statement = new WebAclRuleStatementArgs
                {
                    ByteMatchStatement = new WebAclRuleStatementByteMatchStatementArgs
                    {
                        SearchString = header.Value,
                        PositionalConstraint = "EXACTLY",
                        FieldToMatch = new WebAclRuleStatementByteMatchStatementFieldToMatchArgs
                        {
                            SingleHeader = new WebAclRuleStatementByteMatchStatementFieldToMatchSingleHeaderArgs
                            {
                                Name = NameOf(header),
                            },
                        },
                        TextTransformations = new WebAclRuleStatementByteMatchStatementTextTransformationArgs
                        {
                            Priority = 0,
                            Type = "NONE",
                        },
                    },
                },
            },
        };
}
