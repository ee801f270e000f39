using System.Text.Json.Nodes;

namespace Infra.Serverless;

/// <summary>What is written of each request: who, what, how it ended and how long it took. No header, no query, no body.</summary>
internal static class ApiAccessLog
{
    private static readonly (string Key, string Variable)[] Fields =
    [
        ("requestId", "$context.requestId"),
        ("requestTime", "$context.requestTime"),
        ("ip", "$context.identity.sourceIp"),
        ("userAgent", "$context.identity.userAgent"),
        ("user", "$context.authorizer.claims.sub"),
        ("method", "$context.httpMethod"),
        ("route", "$context.resourcePath"),
        ("path", "$context.path"),
        ("status", "$context.status"),
        ("responseLength", "$context.responseLength"),
        ("latency", "$context.responseLatency"),
        ("integrationLatency", "$context.integrationLatency"),
        ("integrationStatus", "$context.integration.status"),
        ("error", "$context.error.responseType"),
        ("authorizerError", "$context.authorizer.error"),
        ("tls", "$context.tlsVersion"),
        ("trace", "$context.xrayTraceId"),
    ];

    // An authorizer function says who calls in a place of its own, and how it did.
    private static readonly (string Key, string Variable)[] Asked =
    [
        ("authorizerStatus", "$context.authorizer.status"),
        ("authorizerLatency", "$context.authorizer.latency"),
    ];

    // The id: the key itself is whoever reads the log's to use.
    private static readonly (string Key, string Variable)[] Client = [("apiKeyId", "$context.identity.apiKeyId")];

    /// <summary>The format of a line where a user pool says who calls: JSON on one line, always in the same order.</summary>
    public static string Format { get; } = Json(Fields);

    /// <summary>The same for an API, with what its authorizer and its keys tell.</summary>
    public static string FormatOf(RestApiArgs args) =>
        Json([
            .. Fields.Select(field =>
                field.Key == "user" && args.Authorizer is not null ? ("user", "$context.authorizer.principalId") : field
            ),
            .. args.Authorizer is null ? [] : Asked,
            .. args.Usage is null ? [] : Client,
        ]);

    private static string Json(IEnumerable<(string Key, string Variable)> fields) =>
        new JsonObject(fields.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Key, field.Variable))).ToJsonString();
}
