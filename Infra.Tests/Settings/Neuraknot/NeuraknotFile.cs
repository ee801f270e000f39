using System.Text.Json.Nodes;
using Infra.Settings;
using Infra.Settings.Neuraknot;

namespace Infra.Tests.Settings.Neuraknot;

/// <summary>A stack file of neuraknot.</summary>
internal static class NeuraknotFile
{
    /// <summary>A file with the settings given, and a domain unless they speak of the way in.</summary>
    public static StackConfig Of(string environment, string settings = "{}")
    {
        var map = (JsonObject)JsonNode.Parse(settings)!;
        if (!map.ContainsKey("edge"))
            map["edge"] = new JsonObject { ["domain"] = "talk.example.com", ["hostedZoneId"] = "Z1" };
        return StackFile.Of(
            $"neuraknot-{environment}",
            map.ToJsonString(),
            ("idp-infra:system", "neuraknot"),
            ("idp-infra:environment", environment)
        );
    }

    /// <summary>What the file comes to.</summary>
    public static NeuraknotSettings Load(string environment, string settings = "{}")
    {
        var loaded = StackLoader.Load(Of(environment, settings), out var problems);
        Assert.That(problems.Select(problem => problem.ToString()), Is.Empty);
        return (NeuraknotSettings)loaded!.Settings;
    }

    /// <summary>What is wrong with it, as a person reads it.</summary>
    public static string[] Problems(string environment, string settings) => StackFile.Problems(Of(environment, settings));
}
