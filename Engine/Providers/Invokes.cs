using Engine.Monitor;
using Engine.Planning;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Engine.Providers;

/// <summary>Answers provider functions.</summary>
internal sealed class Invokes(RunContext run, ProviderResolver providers)
{
    public ResourceInvokeResponse Answer(ResourceInvokeRequest request, WireReader values)
    {
        _ = (values, providers);
        run.Log.AddOnce(Severity.Warning, $"{request.Tok} cannot be answered offline: its result is unknown in this preview");
        var result = new Struct();
        foreach (var name in run.Types.FunctionOutputs(request.Tok) ?? [])
            result.Fields[name] = Value.ForString(Signatures.Unknown);
        return new ResourceInvokeResponse { Return = result, Unknown = true };
    }

    public CallResponse Answer(ResourceCallRequest request)
    {
        run.Log.AddOnce(Severity.Warning, $"{request.Tok} cannot be called offline: its result is unknown in this preview");
        return new CallResponse { Return = new Struct() };
    }
}
