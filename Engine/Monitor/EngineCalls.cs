using Engine.Planning;
using Protocol;
using Protocol.Server;
using Pulumirpc;

namespace Engine.Monitor;

/// <summary>Answers <c>pulumirpc.Engine</c>: logging and the root stack.</summary>
internal sealed class EngineCalls(RunContext run)
{
    public void AddTo(GrpcServices services, CallBinder binder)
    {
        binder.Add(services, EngineMethods.Log, Log);
        binder.Add(services, EngineMethods.GetRootResource, GetRoot);
        binder.Add(services, EngineMethods.SetRootResource, SetRoot);
        binder.Add(services, EngineMethods.RequirePulumiVersion, _ => new RequirePulumiVersionResponse());
        binder.Add(services, EngineMethods.StartDebugging, _ => CallBinder.Empty);
    }

    private Google.Protobuf.WellKnownTypes.Empty Log(LogRequest request)
    {
        if (request.Severity == LogSeverity.Debug || request.Ephemeral)
            return CallBinder.Empty;
        var severity = request.Severity switch
        {
            LogSeverity.Error => Severity.Error,
            LogSeverity.Warning => Severity.Warning,
            _ => Severity.Info,
        };
        if (severity != Severity.Error || !run.Log.IsRefusal(request.Message))
            run.Log.Add(severity, ProgramMessages.WithoutStack(request.Message), request.Urn.Length == 0 ? null : request.Urn);
        return CallBinder.Empty;
    }

    private GetRootResourceResponse GetRoot(GetRootResourceRequest request)
    {
        using var entered = run.Graph.Gate.EnterScope();
        return new GetRootResourceResponse { Urn = run.Graph.Root ?? "" };
    }

    private SetRootResourceResponse SetRoot(SetRootResourceRequest request)
    {
        using var entered = run.Graph.Gate.EnterScope();
        if (run.Graph.Root is { } root && root != request.Urn)
            throw new RegistrationException(
                GrpcStatusCode.FailedPrecondition,
                $"got {request.Urn} as the root stack, which already is {root}; a program has one stack"
            );
        run.Graph.Root = request.Urn;
        return new SetRootResourceResponse();
    }
}
