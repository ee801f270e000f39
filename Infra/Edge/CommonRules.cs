using System.Collections.Immutable;
using Infra.Validation;

namespace Infra.Edge;

/// <summary>The rules of AWSManagedRulesCommonRuleSet and which of them an authorization server cannot let block.</summary>
internal static class CommonRules
{
    /// <summary>
    /// Rules that match requests which OAuth and OpenID Connect are made of: URLs as parameters (redirect_uri, request_uri, loopback for
    /// native apps), request objects and assertions longer than 2 and 8 KiB, and servers that name no user agent. They count, so that what
    /// they see shows in the metrics. The price: nobody looks at what a body holds after 8 KiB, where WAF stops on a load balancer.
    /// </summary>
    public static readonly ImmutableArray<string> Counted =
    [
        "EC2MetaDataSSRF_BODY",
        "EC2MetaDataSSRF_QUERYARGUMENTS",
        "GenericRFI_BODY",
        "GenericRFI_QUERYARGUMENTS",
        "NoUserAgent_HEADER",
        "SizeRestrictions_BODY",
        "SizeRestrictions_QUERYSTRING",
    ];

    /// <summary>All rules. WAF takes an override of a rule that does not exist without a word, and the rule meant goes on blocking.</summary>
    public static readonly ImmutableArray<string> All =
    [
        "CrossSiteScripting_BODY",
        "CrossSiteScripting_COOKIE",
        "CrossSiteScripting_QUERYARGUMENTS",
        "CrossSiteScripting_URIPATH",
        "EC2MetaDataSSRF_BODY",
        "EC2MetaDataSSRF_COOKIE",
        "EC2MetaDataSSRF_QUERYARGUMENTS",
        "EC2MetaDataSSRF_URIPATH",
        "GenericLFI_BODY",
        "GenericLFI_QUERYARGUMENTS",
        "GenericLFI_URIPATH",
        "GenericRFI_BODY",
        "GenericRFI_QUERYARGUMENTS",
        "GenericRFI_URIPATH",
        "NoUserAgent_HEADER",
        "RestrictedExtensions_QUERYARGUMENTS",
        "RestrictedExtensions_URIPATH",
        "SizeRestrictions_BODY",
        "SizeRestrictions_Cookie_HEADER",
        "SizeRestrictions_QUERYSTRING",
        "SizeRestrictions_URIPATH",
        "UserAgent_BadBots_HEADER",
    ];

    /// <summary>What is wrong with a list of rules to count.</summary>
    public static IEnumerable<Problem> Problems(ImmutableArray<string> counted)
    {
        for (var index = 0; index < counted.Length; index++)
        {
            var rule = counted[index];
            if (!All.Contains(rule))
                yield return new(
                    $"countedRules[{index}]",
                    rule,
                    "a rule of AWSManagedRulesCommonRuleSet",
                    Spelling.Nearest(rule, All) is { } near ? $"did you mean {near}?" : "see the list in the WAF developer guide"
                );
            else if (counted.IndexOf(rule) < index)
                yield return new($"countedRules[{index}]", $"{rule} twice", "each rule once", "remove one");
        }
    }
}
