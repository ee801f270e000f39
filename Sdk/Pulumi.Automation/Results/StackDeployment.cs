using System.Text.Json;
using Pulumi.Automation.Json;

namespace Pulumi.Automation;

/// <summary>The state of a stack, as it is exported and imported.</summary>
public sealed class StackDeployment
{
    private StackDeployment(int version, JsonElement json) => (Version, Json) = (version, json);

    /// <summary>Version of the format.</summary>
    public int Version { get; }

    /// <summary>All of it.</summary>
    public JsonElement Json { get; }

    /// <summary>Reads a state.</summary>
    /// <param name="jsonString">What <c>pulumi stack export</c> prints.</param>
    /// <exception cref="JsonException">It is no state.</exception>
    public static StackDeployment FromJsonString(string jsonString) =>
        JsonAnswer.Read(
            "stack export",
            jsonString,
            json => new StackDeployment(
                json.Int32OrNull("version") ?? throw new JsonException("got no version, want one"),
                json.Clone()
            )
        );
}
