using System.Text.Json.Nodes;
using Infra.Settings;
using Infra.Settings.WebPlatform;

namespace Infra.Tests.Settings.WebPlatform;

/// <summary>A stack file of web-platform.</summary>
internal static class WebPlatformFile
{
    /// <summary>A file with the settings given, and a domain unless they speak of one.</summary>
    public static StackConfig Of(string environment, string settings = "{}")
    {
        var map = (JsonObject)JsonNode.Parse(settings)!;
        if (!map.ContainsKey("cdn"))
            map["cdn"] = new JsonObject { ["domain"] = "app.example.com", ["hostedZoneId"] = "Z1" };
        return StackFile.Of(
            $"web-platform-{environment}",
            WithEdge(map),
            ("idp-infra:system", "web-platform"),
            ("idp-infra:environment", environment)
        );
    }

    // The helper adds settings of idp-server where it finds no edge.
    private static string WithEdge(JsonObject map)
    {
        map["edge"] ??= new JsonObject();
        return map.ToJsonString();
    }

    /// <summary>What the file comes to.</summary>
    public static WebPlatformSettings Load(string environment, string settings = "{}")
    {
        var loaded = StackLoader.Load(Of(environment, settings), out var problems);
        Assert.That(problems.Select(problem => problem.ToString()), Is.Empty);
        return (WebPlatformSettings)loaded!.Settings;
    }

    /// <summary>What is wrong with it, as a person reads it.</summary>
    public static string[] Problems(string environment, string settings) => StackFile.Problems(Of(environment, settings));
}
