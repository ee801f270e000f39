namespace Review.Tests.Guardrails.Rules;

internal sealed class ApiStageRuleCases : RuleCases
{
    private const string Api = """
        aws:apigateway/restApi:RestApi api {"name": "acme", "disableExecuteApiEndpoint": true}
        aws:apigateway/stage:Stage stage {"restApi": "@api.id", "stageName": "live", "xrayTracingEnabled": true, "accessLogSettings": {"destinationArn": "arn:aws:logs:ap-northeast-1:111111111111:log-group:api", "format": "{\"key\": \"$context.identity.apiKeyId\"}"}}
        aws:apigateway/methodSettings:MethodSettings settings {"restApi": "@api.id", "stageName": "live", "methodPath": "*/*", "settings": {"loggingLevel": "ERROR", "dataTraceEnabled": false, "cachingEnabled": true, "cacheDataEncrypted": true, "throttlingRateLimit": 100, "throttlingBurstLimit": 200}}
        aws:wafv2/webAclAssociation:WebAclAssociation shield {"resourceArn": "@stage.arn", "webAclArn": "arn:aws:wafv2:ap-northeast-1:111111111111:regional/webacl/a/b"}
        aws:acm/certificate:Certificate certificate {"domainName": "api.acme.test"}
        aws:apigateway/domainName:DomainName host {"domainName": "api.acme.test", "securityPolicy": "TLS_1_2", "regionalCertificateArn": "@certificate.arn"}
        aws:apigateway/basePathMapping:BasePathMapping mapping {"restApi": "@api.id", "domainName": "api.acme.test"}
        """;

    private const string Backend = """
        aws:apigateway/integration:Integration backend {"restApi": "@api.id", "type": "HTTP_PROXY", "uri": "https://backend.acme.test/"}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("APIGateway.1", Api)
                .FailsWith("settings", "settings.loggingLevel", "\"OFF\"")
                .FailsWith("settings", "settings.loggingLevel", null)
                .FailsWith("settings", "methodPath", "\"users/GET\"")
                .FailsWith("settings", "stageName", "\"other\"")
                .FailsWithout("settings")
                .PassesWith("settings", "stageName", "\"@stage.stageName\"")
                .CannotKnow("settings", "settings.loggingLevel"),
            new RuleCase(
                "APIGateway.2",
                Api.Replace(
                    "\"xrayTracingEnabled\"",
                    "\"clientCertificateId\": \"abc\", \"xrayTracingEnabled\"",
                    StringComparison.Ordinal
                )
                    + "\n"
                    + Backend
            )
                .FailsWith("stage", "clientCertificateId", null)
                .FailsAs(
                    "with HTTP",
                    stack => stack.With("stage", "clientCertificateId", null).With("backend", "type", "\"HTTP\"")
                ),
            new RuleCase("APIGateway.3", Api)
                .FailsWith("stage", "xrayTracingEnabled", "false")
                .FailsWith("stage", "xrayTracingEnabled", null)
                .CannotKnow("stage", "xrayTracingEnabled"),
            new RuleCase("APIGateway.4", Api).FailsWithout("shield"),
            new RuleCase("APIGateway.5", Api)
                .FailsWith("settings", "settings.cacheDataEncrypted", "false")
                .FailsWith("settings", "settings.cacheDataEncrypted", null)
                .CannotKnow("settings", "settings.cacheDataEncrypted"),
            new RuleCase(
                "APIGateway.9",
                """aws:apigatewayv2/stage:Stage stage {"accessLogSettings": {"destinationArn": "arn:aws:logs:ap-northeast-1:111111111111:log-group:api"}}"""
            ).FailsWith("stage", "accessLogSettings", null),
            new RuleCase("apigateway-access-log", Api)
                .FailsWith("stage", "accessLogSettings", null)
                .FailsWith("stage", "accessLogSettings.destinationArn", null),
            new RuleCase("apigateway-log-secrets", Api)
                .FailsWith("stage", "accessLogSettings.format", "\"$context.identity.apiKey\"")
                .FailsWith("stage", "accessLogSettings.format", "\"$context.identity.apiKeyId $context.identity.apiKey\""),
            new RuleCase("apigateway-data-trace", Api)
                .FailsWith("settings", "settings.dataTraceEnabled", "true")
                .PassesWith("settings", "settings.dataTraceEnabled", null)
                .CannotKnow("settings", "settings.dataTraceEnabled"),
            new RuleCase("apigateway-throttling", Api)
                .FailsWith("settings", "settings.throttlingRateLimit", null)
                .FailsWith("settings", "settings.throttlingBurstLimit", "-1")
                .FailsWithout("settings")
                .CannotKnow("settings", "settings.throttlingRateLimit"),
            new RuleCase("apigateway-tls", Api)
                .FailsWith("host", "securityPolicy", "\"TLS_1_0\"")
                .FailsWith("host", "securityPolicy", null)
                .PassesWith("host", "securityPolicy", "\"SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09\"")
                .CannotKnow("host", "securityPolicy"),
            new RuleCase("apigateway-certificate-names", Api)
                .FailsWith("host", "domainName", "\"www.acme.test\"")
                .FailsAs(
                    "of an edge host",
                    stack =>
                        stack
                            .With("host", "regionalCertificateArn", null)
                            .With("host", "certificateArn", "\"@certificate.arn\"")
                            .With("host", "domainName", "\"www.acme.test\"")
                )
                .CannotKnow("certificate", "domainName"),
            new RuleCase("apigateway-certificate-region", Api).FailsWith("certificate", "region", "\"us-east-1\""),
            new RuleCase("apigateway-default-endpoint", Api)
                .FailsWith("api", "disableExecuteApiEndpoint", "false")
                .FailsWith("api", "disableExecuteApiEndpoint", null)
                .CannotKnow("api", "disableExecuteApiEndpoint"),
            new RuleCase(
                "apigateway-account-role",
                """
                aws:iam/role:Role role {"assumeRolePolicy!": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "apigateway.amazonaws.com"}, "Action": "sts:AssumeRole"}]}}
                aws:apigateway/account:Account account {"cloudwatchRoleArn": "@role.arn"}
                """
            ).FailsWith("account", "cloudwatchRoleArn", null).FailsWith("role", "assumeRolePolicy!.Statement.0.Principal.Service", "\"lambda.amazonaws.com\"").PassesWith("account", "cloudwatchRoleArn", "\"?\"").CannotKnow("role", "assumeRolePolicy!"),
        ];
}
