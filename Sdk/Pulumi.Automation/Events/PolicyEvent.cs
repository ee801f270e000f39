using System.Text.Json;
using Pulumi.Automation.Json;

namespace Pulumi.Automation.Events;

/// <summary>A policy is violated.</summary>
public class PolicyEvent
{
    internal PolicyEvent(JsonElement json)
    {
        ResourceUrn = json.TextOrNull("resourceUrn");
        Message = json.Text("message");
        Color = json.Text("color");
        PolicyName = json.Text("policyName");
        PolicyPackName = json.Text("policyPackName");
        PolicyPackVersion = json.Text("policyPackVersion");
        PolicyPackVersionTag = json.Text("policyPackVersionTag");
        EnforcementLevel = json.Text("enforcementLevel");
    }

    /// <summary>The resource that does. Default: the stack as a whole.</summary>
    public string? ResourceUrn { get; }

    /// <summary>Why.</summary>
    public string Message { get; }

    /// <summary>How <see cref="Message"/> is marked up: <c>never</c> for not at all, else with tags such as <c>&lt;{%reset%}></c>.</summary>
    public string Color { get; }

    /// <summary>The policy.</summary>
    public string PolicyName { get; }

    /// <summary>The pack it is in.</summary>
    public string PolicyPackName { get; }

    /// <summary>Version of the pack.</summary>
    public string PolicyPackVersion { get; }

    /// <summary>Version of the pack as its authors count.</summary>
    public string PolicyPackVersionTag { get; }

    /// <summary><c>advisory</c> or <c>mandatory</c>.</summary>
    public string EnforcementLevel { get; }
}
