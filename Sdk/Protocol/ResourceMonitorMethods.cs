using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Protocol;

/// <summary>The methods of <c>pulumirpc.ResourceMonitor</c>, which a program calls to register resources.</summary>
public static class ResourceMonitorMethods
{
    private const string Service = "pulumirpc.ResourceMonitor";

    /// <summary>Facts about the deployment.</summary>
    public static readonly GrpcMethod<Empty, DeploymentInfo> GetDeploymentInfo = Of<Empty, DeploymentInfo>(
        "GetDeploymentInfo",
        Empty.Parser,
        DeploymentInfo.Parser
    );

    /// <summary>Whether the engine knows a feature.</summary>
    public static readonly GrpcMethod<SupportsFeatureRequest, SupportsFeatureResponse> SupportsFeature = Of(
        "SupportsFeature",
        SupportsFeatureRequest.Parser,
        SupportsFeatureResponse.Parser
    );

    /// <summary>Calls a provider function.</summary>
    public static readonly GrpcMethod<ResourceInvokeRequest, ResourceInvokeResponse> Invoke = Of(
        "Invoke",
        ResourceInvokeRequest.Parser,
        ResourceInvokeResponse.Parser
    );

    /// <summary>Calls a method of a resource.</summary>
    public static readonly GrpcMethod<ResourceCallRequest, CallResponse> Call = Of(
        "Call",
        ResourceCallRequest.Parser,
        CallResponse.Parser
    );

    /// <summary>Reads an existing resource.</summary>
    public static readonly GrpcMethod<ReadResourceRequest, ReadResourceResponse> ReadResource = Of(
        "ReadResource",
        ReadResourceRequest.Parser,
        ReadResourceResponse.Parser
    );

    /// <summary>Registers a resource.</summary>
    public static readonly GrpcMethod<RegisterResourceRequest, RegisterResourceResponse> RegisterResource = Of(
        "RegisterResource",
        RegisterResourceRequest.Parser,
        RegisterResourceResponse.Parser
    );

    /// <summary>Hands over the outputs of a component or of the stack.</summary>
    public static readonly GrpcMethod<RegisterResourceOutputsRequest, Empty> RegisterResourceOutputs = Of(
        "RegisterResourceOutputs",
        RegisterResourceOutputsRequest.Parser,
        Empty.Parser
    );

    /// <summary>Registers a transform for every resource.</summary>
    public static readonly GrpcMethod<Callback, Empty> RegisterStackTransform = Of(
        "RegisterStackTransform",
        Callback.Parser,
        Empty.Parser
    );

    /// <summary>Registers a transform for every invoke.</summary>
    public static readonly GrpcMethod<Callback, Empty> RegisterStackInvokeTransform = Of(
        "RegisterStackInvokeTransform",
        Callback.Parser,
        Empty.Parser
    );

    /// <summary>Registers a resource hook.</summary>
    public static readonly GrpcMethod<RegisterResourceHookRequest, Empty> RegisterResourceHook = Of(
        "RegisterResourceHook",
        RegisterResourceHookRequest.Parser,
        Empty.Parser
    );

    /// <summary>Registers an error hook.</summary>
    public static readonly GrpcMethod<RegisterErrorHookRequest, Empty> RegisterErrorHook = Of(
        "RegisterErrorHook",
        RegisterErrorHookRequest.Parser,
        Empty.Parser
    );

    /// <summary>Registers a parameterized package.</summary>
    public static readonly GrpcMethod<RegisterPackageRequest, RegisterPackageResponse> RegisterPackage = Of(
        "RegisterPackage",
        RegisterPackageRequest.Parser,
        RegisterPackageResponse.Parser
    );

    /// <summary>Says that the program has registered everything; answered when the engine is done.</summary>
    public static readonly GrpcMethod<Empty, Empty> SignalAndWaitForShutdown = Of<Empty, Empty>(
        "SignalAndWaitForShutdown",
        Empty.Parser,
        Empty.Parser
    );

    private static GrpcMethod<TRequest, TResponse> Of<TRequest, TResponse>(
        string name,
        MessageParser<TRequest> request,
        MessageParser<TResponse> response
    )
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse> => new(Service, name, request, response);
}
