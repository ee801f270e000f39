using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Stages of API Gateway: what is written down, how much may come, and by which name.</summary>
internal sealed class ApiStageRules : GuardrailTable
{
    private const string StageV2 = "aws:apigatewayv2/stage:Stage";
    private const string Domain = "aws:apigateway/domainName:DomainName";

    // The value of the key itself; apiKeyId behind it is only its name.
    private const string KeyInLog = "$context.identity.apiKey";

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("APIGateway.1", Grade.Medium, RestApis.Stage, "Stages log what goes wrong in their methods")
            {
                Reason = "Calls that fail before they reach the function leave no trace else.",
                Fix =
                    "Add apigateway.MethodSettings of */* with settings.loggingLevel ERROR or INFO, and a role in apigateway.Account.",
                Also = ["CKV2_AWS_4", "AwsSolutions-APIG6"],
                Check = stage =>
                    OfAll(
                        stage,
                        settings => settings.IsOneOf("settings.loggingLevel", "ERROR", "INFO"),
                        "loggingLevel ERROR or INFO"
                    ),
            },
            new("APIGateway.2", Grade.Medium, RestApis.Stage, "HTTP backends know the stage by its certificate")
            {
                Reason = "Whoever finds the backend's address goes past API Gateway, its authorisers and limits.",
                Fix = "Set clientCertificateId, and let the backend ask for that certificate. Lambda integrations need none.",
                Also = ["CKV2_AWS_51"],
                When = stage => stage.Api()?.ReferredBy(RestApis.Integration, "restApi").Any(IsPublicHttp) == true,
                Check = stage => stage.IsSet("clientCertificateId", "a client certificate"),
            },
            new("APIGateway.3", Grade.Low, RestApis.Stage, "Stages trace calls with X-Ray")
            {
                Reason = "Nobody can say where the time of a slow call went.",
                Fix = "Set xrayTracingEnabled: true. Traces are paid for by their number.",
                Also = ["CKV_AWS_73"],
                Check = stage => stage.Is("xrayTracingEnabled", true),
            },
            new("APIGateway.4", Grade.Medium, RestApis.Stage, "Stages have a web ACL")
            {
                Reason = "Known attacks and floods reach the functions, and each call is paid for.",
                Fix = "Add wafv2.WebAclAssociation with resourceArn of the stage.",
                Also = ["CKV_AWS_77", "CKV2_AWS_29", "AwsSolutions-APIG3"],
                Check = stage =>
                    Verdict.Of(
                        stage.ReferredBy("aws:wafv2/webAclAssociation:WebAclAssociation", "resourceArn").Any(),
                        "got no web ACL association with it, want one that has resourceArn of this stage"
                    ),
            },
            new("APIGateway.5", Grade.Medium, RestApis.Settings, "Cached answers are encrypted")
            {
                Reason = "They hold what users got, in plain text.",
                Fix = "Set settings.cacheDataEncrypted: true.",
                Also = ["CKV_AWS_308"],
                When = settings => settings["settings.cachingEnabled"].Bool == true,
                Check = settings => settings.Is("settings.cacheDataEncrypted", true),
            },
            new("APIGateway.9", Grade.Medium, StageV2, "Stages of HTTP and WebSocket APIs log every call")
            {
                Reason = "Nobody can say afterwards who called what.",
                Fix = "Set accessLogSettings.destinationArn and format.",
                Also = ["CKV_AWS_76", "AwsSolutions-APIG1"],
                Check = stage => stage.IsSet("accessLogSettings.destinationArn", "the ARN of a log group"),
            },
            new("apigateway-access-log", Grade.Medium, RestApis.Stage, "Stages of REST APIs log every call")
            {
                Reason = "Nobody can say afterwards who called what.",
                Fix = "Set accessLogSettings.destinationArn and format.",
                Also = ["CKV_AWS_76", "AwsSolutions-APIG1"],
                Check = stage => stage.IsSet("accessLogSettings.destinationArn", "the ARN of a log group"),
            },
            new("apigateway-log-secrets", Grade.High, RestApis.Stage, "Access logs hold no API keys")
            {
                Reason = "Whoever reads the log can call as the client.",
                Fix = "Write $context.identity.apiKeyId, which only names the key.",
                When = stage => stage["accessLogSettings.format"].IsGiven(),
                Check = stage =>
                    stage.Ask(
                        "accessLogSettings.format",
                        format =>
                            format
                                .Text?.Replace($"{KeyInLog}Id", "", StringComparison.Ordinal)
                                .Contains(KeyInLog, StringComparison.Ordinal) != true,
                        $"nothing of {KeyInLog}"
                    ),
            },
            new("apigateway-data-trace", Grade.High, RestApis.Settings, "Bodies of requests and answers are not logged")
            {
                Reason = "Passwords, tokens and personal data stand in the log in full.",
                Fix = "Set settings.dataTraceEnabled: false.",
                Also = ["CKV_AWS_276"],
                Check = settings => settings.Is("settings.dataTraceEnabled", false),
            },
            new("apigateway-throttling", Grade.Medium, RestApis.Stage, "Stages limit how many calls come")
            {
                Reason =
                    "One client takes the whole account's share of API Gateway and Lambda, and other systems in it stand still.",
                Fix = "Add apigateway.MethodSettings of */* with settings.throttlingRateLimit and throttlingBurstLimit above 0.",
                Check = stage =>
                    OfAll(
                        stage,
                        settings =>
                            settings.AtLeast("settings.throttlingRateLimit", 1, -1)
                            & settings.AtLeast("settings.throttlingBurstLimit", 1, -1),
                        "throttlingRateLimit and throttlingBurstLimit"
                    ),
            },
            new("apigateway-tls", Grade.Medium, Domain, "Hosts of APIs speak TLS 1.2 or newer")
            {
                Reason = "TLS 1.0 and 1.1 are broken.",
                Fix = "Set securityPolicy: TLS_1_2, or one of the policies SecurityPolicy_TLS13_….",
                Also = ["CKV_AWS_206"],
                Check = domain =>
                    domain.Ask(
                        "securityPolicy",
                        policy =>
                            policy.Text is "TLS_1_2"
                            || policy.Text?.StartsWith("SecurityPolicy_TLS13_", StringComparison.Ordinal) == true,
                        "TLS_1_2 or SecurityPolicy_TLS13_…"
                    ),
            },
            new("apigateway-certificate-names", Grade.High, Domain, "The certificate of an API's host is good for it")
            {
                Reason = "AWS refuses the host, in the middle of a deployment.",
                Fix = "Have the host in domainName or subjectAlternativeNames of the certificate.",
                When = domain => Certificates(domain).Any() && domain["domainName"] is { IsUnknown: false, Text: not null },
                Check = domain => CertificateNames.Cover(Certificates(domain), [domain["domainName"].Text!], "domainName"),
            },
            new("apigateway-certificate-region", Grade.High, Domain, "The certificate of a regional host is in its region")
            {
                Reason = "AWS refuses it elsewhere, in the middle of a deployment.",
                Fix =
                    "Make the certificate of regionalCertificateArn in the region of the API; one of us-east-1 is for CloudFront alone.",
                When = domain => domain.Certificates("regionalCertificateArn").Any() && domain.Region is not null,
                Check = domain =>
                    Verdict.All(
                        domain
                            .Certificates("regionalCertificateArn")
                            .Select(certificate =>
                                Verdict.Of(
                                    certificate.Region == domain.Region,
                                    $"regionalCertificateArn: got a certificate in {certificate.Region}, want one in {domain.Region}"
                                )
                            )
                    ),
            },
            new("apigateway-default-endpoint", Grade.Medium, RestApis.Type, "APIs with a host of their own answer by no other")
            {
                Reason = "Clients get used to execute-api, which goes past the CDN and its web ACL.",
                Fix = "Set disableExecuteApiEndpoint: true.",
                When = api => api.ReferredBy("aws:apigateway/basePathMapping:BasePathMapping", "restApi").Any(),
                Check = api => api.Is("disableExecuteApiEndpoint", true),
            },
            new(
                "apigateway-account-role",
                Grade.Medium,
                "aws:apigateway/account:Account",
                "API Gateway has a role to write logs with"
            )
            {
                Reason = "Without one AWS refuses every stage that logs, in this stack and in others of the account.",
                Fix = "Set cloudwatchRoleArn to a role that apigateway.amazonaws.com may take.",
                Check = account =>
                    account.IsSet("cloudwatchRoleArn", "the ARN of a role")
                    & Verdict.All(account.Referred("cloudwatchRoleArn", "aws:iam/role:Role").Select(TrustsApiGateway)),
            },
        ];

    private static Verdict OfAll(Resource stage, Func<Resource, Verdict> check, string wanted) =>
        Verdict.Any(stage.SettingsOfAll().Select(check), $"got no MethodSettings of */* for this stage, want {wanted}");

    private static bool IsPublicHttp(Resource integration) =>
        integration["type"].Text is "HTTP" or "HTTP_PROXY" && integration["connectionType"].Text is not "VPC_LINK";

    private static IEnumerable<Resource> Certificates(Resource domain) =>
        domain.Certificates("regionalCertificateArn").Concat(domain.Certificates("certificateArn"));

    private static Verdict TrustsApiGateway(Resource role) =>
        role.AskDocument(
            "assumeRolePolicy",
            policy =>
                Verdict.Of(
                    policy["Statement"]
                        .Items.Any(statement => statement["Principal.Service"].Texts.Contains("apigateway.amazonaws.com")),
                    $"assumeRolePolicy of {role.Name}: got no apigateway.amazonaws.com, want it"
                )
        );
}
