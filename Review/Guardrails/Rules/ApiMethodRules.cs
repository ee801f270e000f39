using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Methods of API Gateway: who may call them, with what, and whether the call arrives.</summary>
internal sealed class ApiMethodRules : GuardrailTable
{
    private const string UsagePlan = "aws:apigateway/usagePlan:UsagePlan";
    private const string Function = "aws:lambda/function:Function";
    private const string Alias = "aws:lambda/alias:Alias";

    private static readonly string[] WithBody = ["POST", "PUT", "PATCH", "ANY"];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("APIGateway.8", Grade.Medium, "aws:apigatewayv2/route:Route", "Routes of HTTP and WebSocket APIs ask who calls")
            {
                Reason = "Everybody can call a route that asks nobody.",
                Fix = "Set authorizationType: JWT, CUSTOM or AWS_IAM; waive this for a route that is meant for everybody.",
                Also = ["CKV_AWS_309"],
                // Browsers send preflights without credentials, and a WebSocket is asked once, when it connects.
                When = route =>
                    route["routeKey"].Text is not { } key
                    || !key.StartsWith("OPTIONS ", StringComparison.Ordinal)
                        && (!key.StartsWith('$') || key is "$connect" or "$default"),
                Check = route => route.IsOneOf("authorizationType", "JWT", "CUSTOM", "AWS_IAM"),
            },
            new("apigateway-authorization", Grade.High, RestApis.Method, "Methods ask who calls")
            {
                Reason = "Everybody can call a method that asks nobody, and the function believes what it is told.",
                Fix =
                    "Set authorization (COGNITO_USER_POOLS, CUSTOM with authorizerId, or AWS_IAM). Preflights (OPTIONS) and health paths need none; waive others that are meant for everybody.",
                Also = ["CKV_AWS_59", "CKV2_AWS_70", "AwsSolutions-APIG4", "AwsSolutions-COG4"],
                When = method => method["httpMethod"].Text is not "OPTIONS" && !method.IsHealth(),
                Check = method =>
                    method.Ask(
                        "authorization",
                        word => word.Text is not (null or "NONE"),
                        "COGNITO_USER_POOLS, CUSTOM or AWS_IAM"
                    )
                    & Verdict.Of(
                        method["authorization"].Text is not ("CUSTOM" or "COGNITO_USER_POOLS") || !method["authorizerId"].IsEmpty,
                        "authorizerId: got nothing, want the authoriser"
                    ),
            },
            new(
                "apigateway-request-validator",
                Grade.Low,
                RestApis.Method,
                "Methods with a body check requests before the function is called"
            )
            {
                Reason = "Every malformed call is paid for, and what nobody thought of reaches the code.",
                Fix = "Set requestValidatorId, and requestModels for bodies whose form is known.",
                Also = ["CKV2_AWS_53", "AwsSolutions-APIG2"],
                When = method => WithBody.Contains(method["httpMethod"].Text),
                Check = method => method.IsSet("requestValidatorId", "a request validator"),
            },
            new(
                "apigateway-validator-body",
                Grade.Low,
                "aws:apigateway/requestValidator:RequestValidator",
                "Request validators look at bodies and parameters"
            )
            {
                Reason = "A validator that looks at nothing lets everything through.",
                Fix = "Set validateRequestBody and validateRequestParameters: true.",
                Check = validator => validator.Is("validateRequestBody", true) & validator.Is("validateRequestParameters", true),
            },
            new(
                "apigateway-authorizer-cache",
                Grade.Medium,
                "aws:apigateway/authorizer:Authorizer",
                "Authorisers remember a token for 5 minutes at most, by the token itself"
            )
            {
                Reason =
                    "Who is thrown out stays in as long; kept under anything but the token, one user gets the rights of another.",
                Fix = "Set authorizerResultTtlInSeconds to 300 or less, and identitySource to the header with the token.",
                When = authorizer => authorizer["type"].Text is not "COGNITO_USER_POOLS",
                Check = authorizer =>
                    authorizer.AtMost("authorizerResultTtlInSeconds", 300, absent: 300)
                    & authorizer.Ask(
                        "identitySource",
                        source => source.IsMissing || source.Text?.Contains("header.", StringComparison.Ordinal) == true,
                        "method.request.header. and the header with the token"
                    ),
            },
            new(
                "apigateway-cors",
                Grade.Medium,
                "aws:apigateway/integrationResponse:IntegrationResponse",
                "Preflights name the sites that may call"
            )
            {
                Reason = "Any page that a user opens can call the API from his browser, and read the answers.",
                Fix = "Write the origin of the site in Access-Control-Allow-Origin instead of '*'.",
                When = response => response.AllowedOrigins().Any(),
                Check = NamesSites,
            },
            new(
                "apigateway-error-cors",
                Grade.Low,
                "aws:apigateway/response:Response",
                "Errors name the sites that may read them"
            )
            {
                Reason = "Any page that a user opens can read why his call failed.",
                Fix = "Write the origin of the site in Access-Control-Allow-Origin instead of '*'.",
                When = response => response.AllowedOrigins().Any(),
                Check = NamesSites,
            },
            new("apigateway-http-cors", Grade.Medium, "aws:apigatewayv2/api:Api", "HTTP APIs name the sites that may call")
            {
                Reason = "Any page that a user opens can call the API from his browser, and read the answers.",
                Fix = "Write the origins of the sites in corsConfiguration.allowOrigins instead of *.",
                When = api => api["corsConfiguration"].IsGiven(),
                Check = api =>
                    api.Ask(
                        "corsConfiguration.allowOrigins",
                        origins => !origins.Texts.Contains("*"),
                        "the origins of the sites"
                    ),
            },
            new("apigateway-usage-plan", Grade.Low, UsagePlan, "Usage plans have a rate and a quota")
            {
                Reason = "A plan without limits counts and stops nobody.",
                Fix = "Set throttleSettings.rateLimit, throttleSettings.burstLimit and quotaSettings.limit.",
                Check = plan =>
                    plan.AtLeast("throttleSettings.rateLimit", 1)
                    & plan.AtLeast("throttleSettings.burstLimit", 1)
                    & plan.AtLeast("quotaSettings.limit", 1),
            },
            new(
                "apigateway-api-key-plan",
                Grade.High,
                RestApis.Method,
                "Methods that ask for an API key have a usage plan with one"
            )
            {
                Reason = "API Gateway refuses every key that no plan of the stage has: the method answers 403 to everybody.",
                Fix = "Add apigateway.UsagePlan with apiStages of this API, and a UsagePlanKey.",
                When = method => method["apiKeyRequired"].Bool == true && method.Api() is not null,
                Check = method =>
                    Verdict.Of(
                        // By the plans, which are few: an API is referred to by all its methods.
                        method
                            .Stack.All(UsagePlan)
                            .Any(plan =>
                                plan.Referred("apiStages").Contains(method.Api())
                                && plan.ReferredBy("aws:apigateway/usagePlanKey:UsagePlanKey", "usagePlanId").Any()
                            ),
                        "apiKeyRequired: got true, and no usage plan of this API with a key; want one"
                    ),
            },
            new("apigateway-api-key-secret", Grade.High, "aws:apigateway/apiKey:ApiKey", "API keys are made by AWS, or secret")
            {
                Reason = "A key in a program is in its history, in plans and in logs.",
                Fix = "Leave value out, or give a secret.",
                Check = key =>
                    key["value"] is { IsSecret: false, IsUnknown: true }
                        ? Verdict.CannotKnow("value is known only after the deployment; want a secret")
                        : Verdict.Of(key["value"].IsMissing || key["value"].IsSecret, "value: got plain text, want a secret"),
            },
            new(
                "apigateway-deployment-triggers",
                Grade.High,
                "aws:apigateway/deployment:Deployment",
                "Changed methods are deployed"
            )
            {
                Reason =
                    "A deployment is a picture of the API: without triggers a change of methods is applied and never served.",
                Fix = "Set triggers to a hash of all that the API is made of.",
                Check = deployment => deployment.IsSet("triggers", "a hash of the API"),
            },
            new(
                "apigateway-function-permission",
                Grade.High,
                RestApis.Integration,
                "API Gateway may call the functions that methods hand requests to"
            )
            {
                Reason = "Without the permission every call ends in 500, and nothing in the function's log says why.",
                Fix = "Add lambda.Permission: principal apigateway.amazonaws.com, the alias as qualifier, sourceArn of the API.",
                When = integration =>
                    integration["credentials"].IsMissing
                    && (integration.Referred("uri", Alias).Any() || integration.Referred("uri", Function).Any()),
                FollowsReferences = true,
                Check = MayCall,
            },
        ];

    private static Verdict NamesSites(Resource response) =>
        Verdict.All(
            response
                .AllowedOrigins()
                .Select(origin =>
                    origin.Ask(
                        "Access-Control-Allow-Origin",
                        value => value.Text?.Trim('\'') is not "*",
                        "the origin of the site"
                    )
                )
        );

    private static Verdict MayCall(Resource integration)
    {
        var alias = integration.Referred("uri", Alias).FirstOrDefault();
        var function =
            alias?.Referred("functionName", Function).FirstOrDefault() ?? integration.Referred("uri", Function).FirstOrDefault();
        if (function is null)
            return Verdict.CannotKnow($"the function of {alias?.Name} is not in this stack");
        var api = integration.Api();
        return Verdict.Of(
            function
                .ReferredBy("aws:lambda/permission:Permission", "function")
                .Any(permission =>
                    permission["principal"].Text == "apigateway.amazonaws.com"
                    && permission["qualifier"].Text == alias?["name"].Text
                    && (
                        api is null
                        || permission["sourceArn"].IsMissing
                        || permission.Referred("sourceArn", RestApis.Type).Contains(api)
                    )
                ),
            $"uri: got {alias?.Name ?? function.Name}, which apigateway.amazonaws.com has no permission to call for this API; want one"
        );
    }
}
