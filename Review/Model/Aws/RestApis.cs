namespace Review.Model.Aws;

/// <summary>REST APIs of API Gateway: their stages, methods and what is set for all of them.</summary>
internal static class RestApis
{
    /// <summary>The type of APIs.</summary>
    public const string Type = "aws:apigateway/restApi:RestApi";

    /// <summary>The type of stages.</summary>
    public const string Stage = "aws:apigateway/stage:Stage";

    /// <summary>The type of methods.</summary>
    public const string Method = "aws:apigateway/method:Method";

    /// <summary>The type of what methods hand requests to.</summary>
    public const string Integration = "aws:apigateway/integration:Integration";

    /// <summary>The type of settings for the methods of a stage.</summary>
    public const string Settings = "aws:apigateway/methodSettings:MethodSettings";

    private static readonly string[] HealthPaths = ["health", "healthz", "ping", "live", "ready"];

    /// <summary>The API that a part of it belongs to, as far as it is in the stack.</summary>
    public static Resource? Api(this Resource part) => part.Referred("restApi", Type).FirstOrDefault();

    /// <summary>The settings of every method of a stage.</summary>
    public static IEnumerable<Resource> SettingsOfAll(this Resource stage) =>
        (stage.Api()?.ReferredBy(Settings, "restApi") ?? []).Where(settings =>
            settings["methodPath"].Text == "*/*"
            && (
                settings.Referred("stageName", Stage).Contains(stage)
                || !stage["stageName"].IsMissing && settings["stageName"].Text == stage["stageName"].Text
            )
        );

    /// <summary>Whether a method says only that the service lives.</summary>
    public static bool IsHealth(this Resource method) =>
        method
            .Referred("resourceId", "aws:apigateway/resource:Resource")
            .Any(path => HealthPaths.Contains(path["pathPart"].Text, StringComparer.OrdinalIgnoreCase));

    /// <summary>The value of a response header that lets other sites read answers; it is written in quotes.</summary>
    public static IEnumerable<Value> AllowedOrigins(this Resource response) =>
        response["responseParameters"]
            .Members.Where(member =>
                member.Key.EndsWith(".header.Access-Control-Allow-Origin", StringComparison.OrdinalIgnoreCase)
            )
            .Select(member => member.Value);
}
