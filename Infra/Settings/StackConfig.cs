using System.Text.Json;
using Pulumi;

namespace Infra.Settings;

/// <summary>The configuration of a stack as Pulumi hands it over: texts under full keys such as <c>aws:region</c>.</summary>
/// <param name="Project">The project, which is the namespace of our own keys.</param>
/// <param name="Stack">The name of the stack.</param>
/// <param name="Get">The text under a full key, or nothing.</param>
/// <param name="Keys">All keys there are; empty where Pulumi does not tell.</param>
/// <param name="SecretKeys">Those whose values must not be shown.</param>
internal sealed record StackConfig(
    string Project,
    string Stack,
    Func<string, string?> Get,
    IReadOnlyCollection<string> Keys,
    IReadOnlyCollection<string> SecretKeys
)
{
    /// <summary>Whether nothing will be changed. Default: true.</summary>
    public bool IsPreview { get; init; } = true;

    /// <summary>What Pulumi calls the file of this stack.</summary>
    public string FileName => $"Pulumi.{Stack}.yaml";

#pragma warning disable RS0030 // This is the one place that may ask.
    /// <summary>The configuration of the running deployment.</summary>
    public static StackConfig OfDeployment()
    {
        var deployment = Deployment.Instance;
        var configs = new Dictionary<string, Config>();
        string? Get(string key)
        {
            var (space, name) = (
                key[..key.IndexOf(':', StringComparison.Ordinal)],
                key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..]
            );
            if (!configs.TryGetValue(space, out var config))
                configs[space] = config = new(space);
            return config.Get(name);
        }
        return new(deployment.ProjectName, deployment.StackName, Get, [.. Variables().Keys], SecretNames())
        {
            IsPreview = deployment.IsDryRun,
        };
    }
#pragma warning restore RS0030

    /// <summary>The configuration that a program finds in its environment when Pulumi starts it; needs no deployment.</summary>
    public static StackConfig OfEnvironment()
    {
        var values = Variables();
        return new(
            Environment.GetEnvironmentVariable("PULUMI_PROJECT") ?? "",
            Environment.GetEnvironmentVariable("PULUMI_STACK") ?? "",
            values.GetValueOrDefault,
            [.. values.Keys],
            SecretNames()
        );
    }

    private static Dictionary<string, string> Variables() => Parse<Dictionary<string, string>>("PULUMI_CONFIG") ?? [];

    private static string[] SecretNames() => Parse<string[]>("PULUMI_CONFIG_SECRET_KEYS") ?? [];

    private static T? Parse<T>(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } json ? JsonSerializer.Deserialize<T>(json) : default;
}
