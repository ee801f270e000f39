using Engine.Planning;
using Engine.Providers;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Protocol;
using Protocol.Server;
using Pulumirpc;

namespace Engine.Monitor;

/// <summary>Answers <c>pulumirpc.ResourceMonitor</c>.</summary>
internal sealed class MonitorCalls
{
    private readonly RunContext _run;
    private readonly WireReader _values;
    private readonly GoalReader _goals;
    private readonly Registrar _registrar;
    private readonly Invokes _invokes;

    public MonitorCalls(RunContext run)
    {
        _run = run;
        _values = new WireReader(run.Secrets, run.Names);
        _goals = new GoalReader(_values, run.Names);
        _registrar = new Registrar(run);
        _invokes = new Invokes(run, _registrar.Providers);
    }

    public void AddTo(GrpcServices services, CallBinder binder)
    {
        binder.Add(
            services,
            ResourceMonitorMethods.SupportsFeature,
            request => new SupportsFeatureResponse { HasSupport = Features.IsHonoured(request.Id) }
        );
        binder.Add(services, ResourceMonitorMethods.GetDeploymentInfo, _ => Info());
        binder.Add(services, ResourceMonitorMethods.RegisterResource, Register);
        binder.Add(services, ResourceMonitorMethods.RegisterResourceOutputs, RegisterOutputs);
        binder.Add(services, ResourceMonitorMethods.ReadResource, Read);
        binder.Add(services, ResourceMonitorMethods.Invoke, request => _invokes.Answer(request, _values));
        binder.Add(services, ResourceMonitorMethods.Call, request => _invokes.Answer(request));
        binder.Add(services, ResourceMonitorMethods.RegisterPackage, RegisterPackage);
        binder.Add(services, ResourceMonitorMethods.SignalAndWaitForShutdown, Shutdown);
        Refuse(services, binder, ResourceMonitorMethods.RegisterStackTransform, "stack transforms");
        Refuse(services, binder, ResourceMonitorMethods.RegisterStackInvokeTransform, "invoke transforms");
        Refuse(services, binder, ResourceMonitorMethods.RegisterResourceHook, "resource hooks");
        Refuse(services, binder, ResourceMonitorMethods.RegisterErrorHook, "error hooks");
    }

    private RegisterResourceResponse Register(RegisterResourceRequest request)
    {
        var goal = Named(request.Type, request.Name, () => _goals.Read(request));
        var node = _registrar.Register(goal);
        _run.Types.Check(goal, node.Urn, _run.Log);
        var state = node.State;
        var writer = new WireWriter(request.AcceptSecrets, request.AcceptResources, request.SupportsPartialValues);
        var response = new RegisterResourceResponse
        {
            Urn = node.Urn,
            Id = state.Id ?? "",
            Object = node.IsLocalComponent ? new Struct() : writer.Write(state.Outputs),
        };
        foreach (var (output, urns) in node.OutputDependencies)
            response.PropertyDependencies[output] = new() { Urns = { urns } };
        return response;
    }

    private ReadResourceResponse Read(ReadResourceRequest request)
    {
        var node = _registrar.Register(Named(request.Type, request.Name, () => _goals.Read(request)));
        if (request.Type == "pulumi:pulumi:StackReference")
            _run.Log.AddFinding(
                Severity.Warning,
                $"the outputs of stack {request.Id} are not known offline: what depends on them is unknown in this preview",
                node.Urn
            );
        var writer = new WireWriter(request.AcceptSecrets, request.AcceptResources, Partial: true);
        return new ReadResourceResponse { Urn = node.Urn, Properties = writer.Write(node.State.Outputs) };
    }

    private Empty RegisterOutputs(RegisterResourceOutputsRequest request)
    {
        var outputs = Named("outputs of", request.Urn, () => _values.Read(request.Outputs));
        using var entered = _run.Graph.Gate.EnterScope();
        var node =
            _run.Graph.Find(request.Urn)
            ?? throw new RegistrationException(
                GrpcStatusCode.InvalidArgument,
                $"got outputs of {request.Urn}, which is not registered; register the component first"
            );
        if (node.Step.New is not { Custom: false } state)
            throw new RegistrationException(
                GrpcStatusCode.InvalidArgument,
                $"{request.Urn}: got outputs of a resource that a provider manages; only components hand over outputs",
                request.Urn
            );
        node.OutputsRegistered = true;
        node.Step = node.Step with { New = state with { Outputs = outputs } };
        return CallBinder.Empty;
    }

    private RegisterPackageResponse RegisterPackage(RegisterPackageRequest request) =>
        new() { Ref = $"{request.Name}@{request.Version}{(request.Parameterization is { } p ? $"+{p.Name}@{p.Version}" : "")}" };

    private Empty Shutdown(Empty request)
    {
        using var entered = _run.Graph.Gate.EnterScope();
        _run.Close();
        return CallBinder.Empty;
    }

    private DeploymentInfo Info()
    {
        var info = new DeploymentInfo
        {
            Project = _run.Project,
            Stack = _run.Stack,
            Organization = _run.Organization,
            DryRun = true,
            Parallel = _run.Parallel,
            SupportedFeatures = { Features.All },
        };
        foreach (var (key, entry) in _run.Config)
        {
            info.Config[key] = entry.Text;
            if (entry.IsSecret)
                info.ConfigSecretKeys.Add(key);
        }
        return info;
    }

    /// <summary>A malformed value says whose it is.</summary>
    private static T Named<T>(string type, string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (WireFormatException malformed)
        {
            throw new RegistrationException(
                GrpcStatusCode.InvalidArgument,
                $"{type} '{name}': malformed message, {malformed.Message}"
            );
        }
    }

    private static void Refuse<TRequest>(
        GrpcServices services,
        CallBinder binder,
        GrpcMethod<TRequest, Empty> method,
        string what
    )
        where TRequest : Google.Protobuf.IMessage<TRequest>, new() =>
        binder.Add(
            services,
            method,
            Empty (_) =>
                throw new RegistrationException(
                    GrpcStatusCode.Unimplemented,
                    $"{method.Name}: this offline engine does not run {what}; preview with pulumi, or leave them out"
                )
        );
}
