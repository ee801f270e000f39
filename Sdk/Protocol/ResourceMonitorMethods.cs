using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Protocol;

/// <summary>The methods of <c>pulumirpc.ResourceMonitor</c>, which a program calls to register resources.</summary>
public static class ResourceMonitorMethods
{
    private const string Service = "pulumirpc.ResourceMonitor";

    /// <summary>Facts about the deployment.</summary>
    public static readonly GrpcMethod<Empty, DeploymentInfo> GetDeploymentInfo = new(Service, nameof(GetDeploymentInfo));

    /// <summary>Whether the engine knows a feature.</summary>
    public static readonly GrpcMethod<SupportsFeatureRequest, SupportsFeatureResponse> SupportsFeature = new(
        Service,
        nameof(SupportsFeature)
    );

    /// <summary>Calls a provider function.</summary>
    public static readonly GrpcMethod<ResourceInvokeRequest, ResourceInvokeResponse> Invoke = new(Service, nameof(Invoke));

    /// <summary>Calls a method of a resource.</summary>
    public static readonly GrpcMethod<ResourceCallRequest, CallResponse> Call = new(Service, nameof(Call));

    /// <summary>Reads an existing resource.</summary>
    public static readonly GrpcMethod<ReadResourceRequest, ReadResourceResponse> ReadResource = new(
        Service,
        nameof(ReadResource)
    );

    /// <summary>Registers a resource.</summary>
    public static readonly GrpcMethod<RegisterResourceRequest, RegisterResourceResponse> RegisterResource = new(
        Service,
        nameof(RegisterResource)
    );

    /// <summary>Hands over the outputs of a component or of the stack.</summary>
    public static readonly GrpcMethod<RegisterResourceOutputsRequest, Empty> RegisterResourceOutputs = new(
        Service,
        nameof(RegisterResourceOutputs)
    );

    /// <summary>Registers a transform for every resource.</summary>
    public static readonly GrpcMethod<Callback, Empty> RegisterStackTransform = new(Service, nameof(RegisterStackTransform));

    /// <summary>Registers a transform for every invoke.</summary>
    public static readonly GrpcMethod<Callback, Empty> RegisterStackInvokeTransform = new(
        Service,
        nameof(RegisterStackInvokeTransform)
    );

    /// <summary>Registers a resource hook.</summary>
    public static readonly GrpcMethod<RegisterResourceHookRequest, Empty> RegisterResourceHook = new(
        Service,
        nameof(RegisterResourceHook)
    );

    /// <summary>Registers an error hook.</summary>
    public static readonly GrpcMethod<RegisterErrorHookRequest, Empty> RegisterErrorHook = new(
        Service,
        nameof(RegisterErrorHook)
    );

    /// <summary>Registers a parameterized package.</summary>
    public static readonly GrpcMethod<RegisterPackageRequest, RegisterPackageResponse> RegisterPackage = new(
        Service,
        nameof(RegisterPackage)
    );

    /// <summary>Says that the program has registered everything; answered when the engine is done.</summary>
    public static readonly GrpcMethod<Empty, Empty> SignalAndWaitForShutdown = new(Service, nameof(SignalAndWaitForShutdown));
}
