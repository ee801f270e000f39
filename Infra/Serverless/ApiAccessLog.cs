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

    /// <summary>The format of a line: JSON on one line, always in the same order.</summary>
    public static string Format { get; } =
        new JsonObject(Fields.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Key, field.Variable))).ToJsonString();
}
