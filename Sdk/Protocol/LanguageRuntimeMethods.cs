using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Protocol;

/// <summary>The methods of <c>pulumirpc.LanguageRuntime</c> that a program answers which is given to the engine as a client.</summary>
public static class LanguageRuntimeMethods
{
    private const string Service = "pulumirpc.LanguageRuntime";

    /// <summary>Runs the program; the call stays open until the program has ended.</summary>
    public static readonly GrpcMethod<RunRequest, RunResponse> Run = new(Service, nameof(Run));

    /// <summary>Asks for the plugins the program needs.</summary>
    public static readonly GrpcMethod<GetRequiredPluginsRequest, GetRequiredPluginsResponse> GetRequiredPlugins = new(
        Service,
        nameof(GetRequiredPlugins)
    );

    /// <summary>Asks for the version of the language runtime itself.</summary>
    public static readonly GrpcMethod<Empty, PluginInfo> GetPluginInfo = new(Service, nameof(GetPluginInfo));
}
