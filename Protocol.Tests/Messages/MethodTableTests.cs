using System.Reflection;

namespace Protocol.Tests.Messages;

public sealed class MethodTableTests
{
    [TestCase(
        typeof(ResourceMonitorMethods),
        """
            /pulumirpc.ResourceMonitor/GetDeploymentInfo: Empty -> DeploymentInfo
            /pulumirpc.ResourceMonitor/SupportsFeature: SupportsFeatureRequest -> SupportsFeatureResponse
            /pulumirpc.ResourceMonitor/Invoke: ResourceInvokeRequest -> ResourceInvokeResponse
            /pulumirpc.ResourceMonitor/Call: ResourceCallRequest -> CallResponse
            /pulumirpc.ResourceMonitor/ReadResource: ReadResourceRequest -> ReadResourceResponse
            /pulumirpc.ResourceMonitor/RegisterResource: RegisterResourceRequest -> RegisterResourceResponse
            /pulumirpc.ResourceMonitor/RegisterResourceOutputs: RegisterResourceOutputsRequest -> Empty
            /pulumirpc.ResourceMonitor/RegisterStackTransform: Callback -> Empty
            /pulumirpc.ResourceMonitor/RegisterStackInvokeTransform: Callback -> Empty
            /pulumirpc.ResourceMonitor/RegisterResourceHook: RegisterResourceHookRequest -> Empty
            /pulumirpc.ResourceMonitor/RegisterErrorHook: RegisterErrorHookRequest -> Empty
            /pulumirpc.ResourceMonitor/RegisterPackage: RegisterPackageRequest -> RegisterPackageResponse
            /pulumirpc.ResourceMonitor/SignalAndWaitForShutdown: Empty -> Empty
            """
    )]
    [TestCase(
        typeof(EngineMethods),
        """
            /pulumirpc.Engine/Log: LogRequest -> Empty
            /pulumirpc.Engine/GetRootResource: GetRootResourceRequest -> GetRootResourceResponse
            /pulumirpc.Engine/SetRootResource: SetRootResourceRequest -> SetRootResourceResponse
            /pulumirpc.Engine/StartDebugging: StartDebuggingRequest -> Empty
            /pulumirpc.Engine/RequirePulumiVersion: RequirePulumiVersionRequest -> RequirePulumiVersionResponse
            """
    )]
    [TestCase(typeof(CallbacksMethods), "/pulumirpc.Callbacks/Invoke: CallbackInvokeRequest -> CallbackInvokeResponse")]
    public void Each_service_has_its_methods_with_their_messages(Type table, string methods)
    {
        var actual = table.GetFields(BindingFlags.Public | BindingFlags.Static).Select(Describe);

        Assert.That(actual, Is.EqualTo(methods.Split('\n')));
    }

    private static string Describe(FieldInfo field)
    {
        var messages = field.FieldType.GetGenericArguments();
        var path = field.FieldType.GetProperty("Path")!.GetValue(field.GetValue(null));
        return $"{path}: {messages[0].Name} -> {messages[1].Name}";
    }
}
