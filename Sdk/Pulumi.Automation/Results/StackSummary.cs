using System.Text.Json;
using Pulumi.Automation.Json;

namespace Pulumi.Automation;

/// <summary>A stack of the project, as the list of stacks has it.</summary>
public class StackSummary
{
    internal StackSummary(JsonElement json)
    {
        Name = json.Text("name");
        IsCurrent = json.Boolean("current");
        LastUpdate = json.TimeOrNull("lastUpdate");
        IsUpdateInProgress = json.Boolean("updateInProgress");
        ResourceCount = json.Int32OrNull("resourceCount");
        Url = json.TextOrNull("url");
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Whether it is the selected one.</summary>
    public bool IsCurrent { get; }

    /// <summary>When it was changed last. Default: never.</summary>
    public DateTimeOffset? LastUpdate { get; }

    /// <summary>Whether somebody is changing it.</summary>
    public bool IsUpdateInProgress { get; }

    /// <summary>How many resources it has. Default: the backend does not say.</summary>
    public int? ResourceCount { get; }

    /// <summary>Its page. Default: the backend has none.</summary>
    public string? Url { get; }
}
