using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Protocol;

/// <summary>The methods of <c>pulumirpc.Engine</c>, which a program calls to log.</summary>
public static class EngineMethods
{
    private const string Service = "pulumirpc.Engine";

    /// <summary>Writes a log line.</summary>
    public static readonly GrpcMethod<LogRequest, Empty> Log = new(Service, nameof(Log));

    /// <summary>Asks for the URN of the root stack.</summary>
    public static readonly GrpcMethod<GetRootResourceRequest, GetRootResourceResponse> GetRootResource = new(
        Service,
        nameof(GetRootResource)
    );

    /// <summary>Tells the URN of the root stack.</summary>
    public static readonly GrpcMethod<SetRootResourceRequest, SetRootResourceResponse> SetRootResource = new(
        Service,
        nameof(SetRootResource)
    );

    /// <summary>Says that a debugger may attach.</summary>
    public static readonly GrpcMethod<StartDebuggingRequest, Empty> StartDebugging = new(Service, nameof(StartDebugging));

    /// <summary>Demands a range of engine versions.</summary>
    public static readonly GrpcMethod<RequirePulumiVersionRequest, RequirePulumiVersionResponse> RequirePulumiVersion = new(
        Service,
        nameof(RequirePulumiVersion)
    );
}
