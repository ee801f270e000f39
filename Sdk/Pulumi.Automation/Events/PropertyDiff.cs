using System.Text.Json;
using Pulumi.Automation.Json;

namespace Pulumi.Automation.Events;

/// <summary>How a property of a resource changes.</summary>
public class PropertyDiff
{
    internal PropertyDiff(JsonElement json)
    {
        Kind = DiffKinds.Parse(json.Text("diffKind"));
        InputDiff = json.Boolean("inputDiff");
    }

    /// <summary>What happens to it, and whether that replaces the resource.</summary>
    public DiffKind Kind { get; }

    /// <summary>Whether what the program says differs, rather than what is there.</summary>
    public bool InputDiff { get; }
}
