using System.Text.Json;
using Infra.Application;
using Infra.Compute;
using Infra.Settings.IdpServer;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Application;

/// <summary>The application as production runs it; each test changes one thing.</summary>
internal static class ApplicationCase
{
    /// <summary>Sound args.</summary>
    public static IdpApplicationArgs Args() =>
        new()
        {
            Image = "public.ecr.aws/acme/idp:1",
            Settings = new ServiceSettings(),
            ServerUrl = "https://idp.example.com",
            WriterHost = "writer.db",
            ReaderHosts = [Output.Create("reader.db")],
            RedisHost = "127.0.0.1",
            RedisPort = 6379,
            ApiSecretArn = "arn:api",
            DatabaseSecretArn = "arn:db",
            RedisSecretArn = "arn:redis",
            Tracing = Tracing.Of(TracingMode.Adot, "idp-server", "ap-northeast-1", 5),
            Sidecars = Tracing.Of(TracingMode.Adot, "idp-server", "ap-northeast-1", 5).Containers,
        };

    /// <summary>The container as ECS gets it.</summary>
    public static async Task<JsonElement> DefinitionAsync(IdpApplicationArgs args)
    {
        var text = "";
        await Sandbox.RunAsync(() =>
            text = OutputUtilities
                .GetValueAsync(ContainerDefinitions.Write([IdpApplication.Container(args)], "ap-northeast-1", "/ecs/x"))
                .GetAwaiter()
                .GetResult()
        );
        return JsonDocument.Parse(text).RootElement[0];
    }

    /// <summary>The plain variables by name.</summary>
    public static Dictionary<string, string> Environment(JsonElement container) => Map(container, "environment", "value");

    /// <summary>Where the secret variables come from, by name.</summary>
    public static Dictionary<string, string> Secrets(JsonElement container) => Map(container, "secrets", "valueFrom");

    private static Dictionary<string, string> Map(JsonElement container, string list, string value) =>
        container
            .GetProperty(list)
            .EnumerateArray()
            .ToDictionary(item => item.GetProperty("name").GetString()!, item => item.GetProperty(value).GetString()!);
}
