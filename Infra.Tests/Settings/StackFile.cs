using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Settings;

namespace Infra.Tests.Settings;

/// <summary>A stack file as Pulumi hands it to the program.</summary>
internal static class StackFile
{
    /// <summary>A sound file of stack <c>prod</c> with the settings given; an anonymous object writes the JSON.</summary>
    public static StackConfig Prod(object? settings = null, params (string Key, string? Value)[] changes) =>
        Of("prod", settings, changes);

    /// <summary>The same of any stack; a change to nothing removes a key.</summary>
    public static StackConfig Of(string stack, object? settings, params (string Key, string? Value)[] changes)
    {
        var values = new Dictionary<string, string>
        {
            ["aws:region"] = "ap-northeast-1",
            ["aws:allowedAccountIds"] = "[\"111111111111\"]",
            ["idp-infra:system"] = "idp-server",
            ["idp-infra:environment"] = "prod",
        };
        values["idp-infra:settings"] = WithDomain(settings as string ?? JsonSerializer.Serialize(settings ?? new { }));
        foreach (var (key, value) in changes)
        {
            if (value is null)
                values.Remove(key);
            else
                values[key] = value;
        }
        return new("idp-infra", stack, values.GetValueOrDefault, values.Keys, []);
    }

    // The one thing that a protected stack has no default for.
    private static string WithDomain(string settings)
    {
        if (!settings.StartsWith('{') || JsonNode.Parse(settings) is not JsonObject map || map.ContainsKey("edge"))
            return settings;
        map["edge"] = new JsonObject { ["domain"] = "idp.example.com", ["hostedZoneId"] = "Z1" };
        return map.ToJsonString();
    }

    /// <summary>The problems of a file, as a person reads them.</summary>
    public static string[] Problems(StackConfig config)
    {
        var loaded = StackLoader.Load(config, out var problems);
        Assert.That(loaded is null, Is.EqualTo(problems.Count > 0), "a stack is loaded when there is no problem, and only then");
        return [.. problems.Select(problem => problem.ToString())];
    }
}
