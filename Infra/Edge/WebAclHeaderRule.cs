using System.Collections.Immutable;
using Pulumi.Aws.WafV2.Inputs;

namespace Infra.Edge;

/// <summary>
/// The rules that let in who comes through the CDN. They are the last, and nobody else is let in: what no rule allows is blocked. A first rule
/// that blocks what is <i>not</i> there would say the same, but in this version of the provider the class of NOT is that of another resource
/// (<c>statement</c>, where a web ACL is read with <c>statements</c>).
/// </summary>
internal static class WebAclHeaderRule
{
    private static readonly string[] Names = ["AllowFromCdn", "AllowFromCdnBefore"];

    /// <summary>How many headers there can be: the one that is sent and, while it is replaced, the one before.</summary>
    public static int Most => Names.Length;

    /// <summary>The rules, one for each header.</summary>
    public static IEnumerable<WebAclRuleArgs> Of(ImmutableArray<OriginHeader> headers) => headers.Zip(Names, Allow);

    /// <summary>What becomes of who is neither allowed nor blocked.</summary>
    public static WebAclDefaultActionArgs Otherwise(WebAclArgs args) =>
        args.RequiredHeaders.IsEmpty
            ? new() { Allow = new WebAclDefaultActionAllowArgs() }
            : new() { Block = new WebAclDefaultActionBlockArgs() };

    /// <summary>The header as WAF stores it; another spelling would show a difference for ever.</summary>
    public static string NameOf(OriginHeader header) => header.Name.ToLowerInvariant();

    private static WebAclRuleArgs Allow(OriginHeader header, string name) =>
        new()
        {
            Name = name,
            Action = new WebAclRuleActionArgs { Allow = new WebAclRuleActionAllowArgs() },
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
            VisibilityConfig = WebAclRules.Visible($"{name}Metric"),
        };
}
