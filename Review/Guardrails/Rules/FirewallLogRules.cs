using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>What web ACLs write down, and what must not stand there.</summary>
internal sealed class FirewallLogRules : GuardrailTable
{
    private const string Logging = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";
    private const string Prefix = "aws-waf-logs-";

    private static readonly string[] SecretHeaders = ["authorization", "cookie"];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("WAF.11", Grade.Low, WebAcls.Type, "Web ACLs log what they decide")
            {
                Reason = "Nobody can say afterwards who attacked, or why an honest user was blocked.",
                Fix = "Add wafv2.WebAclLoggingConfiguration with resourceArn of the web ACL.",
                Also = ["CKV2_AWS_31"],
                Check = acl =>
                    Verdict.Of(
                        acl.ReferredBy(Logging, "resourceArn").Any(),
                        "got no WebAclLoggingConfiguration with its resourceArn, want one"
                    ),
            },
            new(
                "waf-log-redaction",
                Grade.High,
                Logging,
                "Logs of web ACLs hold no tokens: authorization, cookies and query strings are redacted"
            )
            {
                Reason =
                    "Whoever reads the log could sign in as the users in it: bearer tokens, session cookies and authorisation codes stand there in full else.",
                Fix =
                    "Add redactedFields: singleHeader authorization, singleHeader cookie and queryString; or protect them in dataProtectionConfig of the web ACL.",
                Check = Redacts,
            },
            new(
                "waf-log-name",
                Grade.High,
                Logging,
                $"Logs of web ACLs go where AWS accepts them: a name that begins with {Prefix}"
            )
            {
                Reason = "AWS refuses any other log group, bucket or stream, in the middle of a deployment.",
                Fix = $"Name the log group, bucket or Firehose stream {Prefix} and something.",
                Check = IsNamedForWaf,
            },
        ];

    private static Verdict Redacts(Resource logging)
    {
        var headers = logging["redactedFields"]
            .Items.Select(field => field["singleHeader.name"].Text)
            .Concat(Protected(logging, "SINGLE_HEADER"));
        var hidden = headers.OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = SecretHeaders.Where(header => !hidden.Contains(header)).ToList();
        if (
            !logging["redactedFields"].Items.Any(field => !field["queryString"].IsMissing)
            && !Protections(logging).Any(field => Kind(field) == "QUERY_STRING")
        )
            missing.Add("the query string");
        return Verdict
            .Of(missing.Count == 0, $"redactedFields: got no {string.Join(", no ", missing)}, want them redacted")
            .UnlessUnknown(logging["redactedFields"], "redactedFields");
    }

    private static IEnumerable<string> Protected(Resource logging, string kind) =>
        Protections(logging).Where(field => Kind(field) == kind).SelectMany(field => field["field.fieldKeys"].Texts);

    private static string? Kind(Value protection) => protection["field.fieldType"].Text;

    private static IEnumerable<Value> Protections(Resource logging) =>
        logging.Referred("resourceArn", WebAcls.Type).SelectMany(acl => acl["dataProtectionConfig.dataProtections"].Items);

    private static Verdict IsNamedForWaf(Resource logging)
    {
        if (logging["logDestinationConfigs"].IsUnknown)
            return Verdict.CannotKnow("logDestinationConfigs are known only after the deployment");
        var referred = logging.Referred("logDestinationConfigs").ToList();
        var names =
            referred.Count > 0
                ? referred.ConvertAll(target => target["name"].IsMissing ? target["bucket"] : target["name"])
                : [.. logging["logDestinationConfigs"].Items];
        return names.Count == 0
            ? Verdict.Fail("logDestinationConfigs: got nothing, want a log group, bucket or stream")
            : Verdict.All(names.Select(name => name.Ask("logDestinationConfigs", IsForWaf, $"a name that begins with {Prefix}")));
    }

    // An ARN ends in the name, after a colon or a slash.
    private static bool IsForWaf(Value name) =>
        name.Text is { } text
        && text.LastIndexOf(Prefix, StringComparison.Ordinal) is >= 0 and var at
        && (at == 0 || text[at - 1] is ':' or '/');
}
