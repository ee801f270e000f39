using Pulumirpc;

namespace Engine.Monitor;

/// <summary>What this engine honours. Whatever needs a call back into the program (transforms, hooks) is not.</summary>
internal static class Features
{
    private static readonly (string Id, ResourceMonitorFeature Feature)[] Honoured =
    [
        ("secrets", ResourceMonitorFeature.Secrets),
        ("resourceReferences", ResourceMonitorFeature.ResourceReferences),
        ("outputValues", ResourceMonitorFeature.OutputValues),
        ("aliasSpecs", ResourceMonitorFeature.AliasSpecs),
        ("replacementTrigger", ResourceMonitorFeature.ReplacementTrigger),
        ("deletedWith", ResourceMonitorFeature.DeletedWith),
        ("replaceWith", ResourceMonitorFeature.ReplaceWith),
        ("parameterization", ResourceMonitorFeature.Parameterization),
        ("byteString", ResourceMonitorFeature.ByteString),
        ("invokeDependsOn", ResourceMonitorFeature.InvokeDependsOn),
        ("invokeParent", ResourceMonitorFeature.InvokeParent),
    ];

    public static bool IsHonoured(string id) => Honoured.Any(feature => feature.Id == id);

    public static IEnumerable<ResourceMonitorFeature> All => Honoured.Select(feature => feature.Feature);
}
