namespace Review.Tests.Guardrails.Rules;

internal sealed class ApiMethodRuleCases : RuleCases
{
    private const string Api = """
        aws:apigateway/restApi:RestApi api {"name": "acme"}
        aws:apigateway/resource:Resource path {"restApi": "@api.id", "pathPart": "users"}
        aws:apigateway/authorizer:Authorizer token {"restApi": "@api.id", "type": "REQUEST", "authorizerResultTtlInSeconds": 300, "identitySource": "method.request.header.Authorization"}
        aws:apigateway/requestValidator:RequestValidator validator {"restApi": "@api.id", "validateRequestBody": true, "validateRequestParameters": true}
        aws:apigateway/method:Method post {"restApi": "@api.id", "resourceId": "@path.id", "httpMethod": "POST", "authorization": "CUSTOM", "authorizerId": "@token.id", "requestValidatorId": "@validator.id", "apiKeyRequired": true}
        aws:apigateway/usagePlan:UsagePlan plan {"apiStages": [{"apiId": "@api.id", "stage": "live"}], "throttleSettings": {"rateLimit": 10, "burstLimit": 20}, "quotaSettings": {"limit": 10000, "period": "DAY"}}
        aws:apigateway/apiKey:ApiKey key {"value": {"secret": "word"}}
        aws:apigateway/usagePlanKey:UsagePlanKey use {"keyId": "@key.id", "usagePlanId": "@plan.id", "keyType": "API_KEY"}
        aws:apigateway/deployment:Deployment deployment {"restApi": "@api.id", "triggers": {"definition": "0123"}}
        aws:apigateway/integrationResponse:IntegrationResponse preflight {"restApi": "@api.id", "responseParameters": {"method.response.header.Access-Control-Allow-Origin": "'https://acme.test'", "method.response.header.Vary": "'Origin'"}}
        aws:apigateway/response:Response error {"restApiId": "@api.id", "responseParameters": {"gatewayresponse.header.Access-Control-Allow-Origin": "'https://acme.test'"}}
        """;

    private const string Call = """
        aws:apigateway/restApi:RestApi api {"name": "acme"}
        aws:apigateway/restApi:RestApi other {"name": "other"}
        aws:lambda/function:Function function {"name": "acme-users"}
        aws:lambda/alias:Alias live {"functionName": "acme-users", "name": "live"}
        aws:apigateway/integration:Integration integration {"restApi": "@api.id", "type": "AWS_PROXY", "uri": "@live.invokeArn"}
        aws:lambda/permission:Permission permission {"function": "acme-users", "qualifier": "live", "principal": "apigateway.amazonaws.com", "sourceArn": "@api.executionArn/live/*/*"}
        """;

    private static string Anywhere(string kind) => $$"""{"{{kind}}.header.Access-Control-Allow-Origin": "'*'"}""";

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase(
                "APIGateway.8",
                """aws:apigatewayv2/route:Route route {"routeKey": "GET /users", "authorizationType": "JWT"}"""
            )
                .FailsWith("route", "authorizationType", "\"NONE\"")
                .FailsWith("route", "authorizationType", null)
                .FailsAs(
                    "connecting",
                    stack => stack.With("route", "routeKey", "\"$connect\"").With("route", "authorizationType", null)
                )
                .PassesAs(
                    "a preflight beside it",
                    stack => stack.And("""aws:apigatewayv2/route:Route any {"routeKey": "OPTIONS /{proxy+}"}""")
                )
                .PassesAs(
                    "a message beside it",
                    stack => stack.And("""aws:apigatewayv2/route:Route message {"routeKey": "$disconnect"}""")
                )
                .CannotKnow("route", "authorizationType"),
            new RuleCase("apigateway-authorization", Api)
                .FailsWith("post", "authorization", "\"NONE\"")
                .FailsWith("post", "authorization", null)
                .FailsWith("post", "authorizerId", null)
                .PassesWith("post", "authorization", "\"AWS_IAM\"")
                .PassesAs(
                    "a preflight beside it",
                    stack => stack.And("""aws:apigateway/method:Method open {"httpMethod": "OPTIONS", "authorization": "NONE"}""")
                )
                .PassesAs(
                    "a health path beside it",
                    stack =>
                        stack.And(
                            """
                            aws:apigateway/resource:Resource health {"pathPart": "health"}
                            aws:apigateway/method:Method open {"httpMethod": "GET", "authorization": "NONE", "resourceId": "@health.id"}
                            """
                        )
                )
                .CannotKnow("post", "authorization"),
            new RuleCase("apigateway-request-validator", Api)
                .FailsWith("post", "requestValidatorId", null)
                .FailsAs("any", stack => stack.With("post", "requestValidatorId", null).With("post", "httpMethod", "\"ANY\"")),
            new RuleCase("apigateway-validator-body", Api)
                .FailsWith("validator", "validateRequestBody", "false")
                .FailsWith("validator", "validateRequestParameters", null)
                .CannotKnow("validator", "validateRequestBody"),
            new RuleCase("apigateway-authorizer-cache", Api)
                .FailsWith("token", "authorizerResultTtlInSeconds", "3600")
                .FailsWith("token", "identitySource", "\"context.path\"")
                .PassesWith("token", "authorizerResultTtlInSeconds", null)
                .PassesWith("token", "identitySource", null)
                .CannotKnow("token", "authorizerResultTtlInSeconds"),
            new RuleCase("apigateway-cors", Api)
                .FailsWith("preflight", "responseParameters", Anywhere("method.response"))
                .FailsWith(
                    "preflight",
                    "responseParameters",
                    """{"method.response.header.access-control-allow-origin": "'*'"}"""
                ),
            new RuleCase("apigateway-error-cors", Api).FailsWith("error", "responseParameters", Anywhere("gatewayresponse")),
            new RuleCase(
                "apigateway-http-cors",
                """aws:apigatewayv2/api:Api api {"corsConfiguration": {"allowOrigins": ["https://acme.test"]}}"""
            )
                .FailsWith("api", "corsConfiguration.allowOrigins", """["*"]""")
                .CannotKnow("api", "corsConfiguration.allowOrigins"),
            new RuleCase("apigateway-usage-plan", Api)
                .FailsWith("plan", "throttleSettings", null)
                .FailsWith("plan", "throttleSettings.rateLimit", "0")
                .FailsWith("plan", "throttleSettings.burstLimit", null)
                .FailsWith("plan", "quotaSettings", null)
                .CannotKnow("plan", "quotaSettings"),
            new RuleCase("apigateway-api-key-plan", Api)
                .FailsWithout("plan")
                .FailsWithout("use")
                .FailsWith("plan", "apiStages", """[{"apiId": "abc", "stage": "live"}]"""),
            new RuleCase("apigateway-api-key-secret", Api).FailsWith("key", "value", "\"word\"").PassesWith("key", "value", null),
            new RuleCase("apigateway-deployment-triggers", Api)
                .FailsWith("deployment", "triggers", null)
                .FailsWith("deployment", "triggers", "{}")
                .PassesWith("deployment", "triggers", "\"?\""),
            new RuleCase("apigateway-function-permission", Call)
                .FailsWithout("permission")
                .FailsWith("permission", "principal", "\"sns.amazonaws.com\"")
                .FailsWith("permission", "qualifier", "\"old\"")
                .FailsWith("permission", "qualifier", null)
                .FailsWith("permission", "sourceArn", "\"@other.executionArn/*\"")
                .FailsWith("permission", "function", "\"acme-others\"")
                .PassesWith("permission", "sourceArn", null)
                .PassesAs(
                    "without an alias",
                    stack => stack.With("integration", "uri", "\"@function.invokeArn\"").With("permission", "qualifier", null)
                ),
        ];
}
