using Pulumirpc;

namespace Protocol;

/// <summary>The method of <c>pulumirpc.Callbacks</c>, which the engine calls to run a transform or a hook of the program.</summary>
public static class CallbacksMethods
{
    /// <summary>Runs the callback that the program registered under the request's token.</summary>
    public static readonly GrpcMethod<CallbackInvokeRequest, CallbackInvokeResponse> Invoke = new(
        "pulumirpc.Callbacks",
        nameof(Invoke)
    );
}
