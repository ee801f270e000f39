using Pulumi;
using Pulumi.Aws.ApiGateway;
using Pulumi.Aws.ApiGateway.Inputs;
using Resource = Pulumi.Resource;
using Rest = Pulumi.Aws.ApiGateway.RestApi;

namespace Infra.Serverless;

/// <summary>What the stage counts, logs and limits: all of it for every method, and again for each method that has a limit of its own.</summary>
internal static class ApiStageSettings
{
    /// <summary>Makes it.</summary>
    public static void Make(string name, RestApiArgs args, Rest api, Stage stage, Resource parent)
    {
        Set($"{name}-settings", "*/*", new(args.RequestsPerSecond, args.Burst));
        foreach (var call in args.Calls)
            if (call.Limit is { } limit)
                Set($"{name}-{call.Method.ToLowerInvariant()}{call.Path}-limit", PathOf(call), limit);

        void Set(string logical, string methods, ApiLimit limit) =>
            _ = new MethodSettings(
                logical,
                new()
                {
                    RestApi = api.Id,
                    StageName = stage.StageName,
                    MethodPath = methods,
                    // Settings of a method stand instead of those of all methods and not beside them.
                    Settings = new MethodSettingsSettingsArgs
                    {
                        MetricsEnabled = true,
                        LoggingLevel = args.ExecutionLog.ToString().ToUpperInvariant(),
                        DataTraceEnabled = false, // bodies hold what users write
                        ThrottlingRateLimit = limit.RequestsPerSecond,
                        ThrottlingBurstLimit = limit.Burst,
                    },
                },
                new() { Parent = parent }
            );
    }

    // Slashes of the path are written ~1: the one that is left divides path and method (hashicorp/terraform-provider-aws, issue 9738).
    private static string PathOf(ApiRoute call) => $"{call.Path.Replace("/", "~1", StringComparison.Ordinal)}/{call.Method}";
}
