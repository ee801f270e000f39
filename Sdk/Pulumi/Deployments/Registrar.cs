using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using Protocol;
using Pulumirpc;

namespace Pulumi;

/// <summary>Registers, reads or looks up resources, and hands the engine's answers to their outputs.</summary>
internal sealed class Registrar(Deployment deployment, Features features)
{
    private readonly PendingWork _pending = new();
    private readonly bool _isVerbose = EngineDebug.IsWanted;
    private readonly RequestBuilder _builder = new(deployment, features);

    /// <summary>Ends when all registrations begun so far have. Outputs of components do not count: the stack's wait for the program itself.</summary>
    public Task PendingAsync() => _pending.WaitAsync();

    public async Task RegisterAsync(Registration registration)
    {
        using var underWay = _pending.Begin();
        try
        {
            registration.Outputs.Complete(await AnswerAsync(registration).ConfigureAwait(false));
        }
        catch (Exception e)
        {
            var failure = Explained(registration, e);
            registration.Outputs.Fail(failure);
            if (ReferenceEquals(failure, e))
                throw;
            throw failure;
        }
    }

    public async Task RegisterOutputsAsync(ComponentResource component, Output<IDictionary<string, object?>> outputs)
    {
        var urn = await component.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        var values = await outputs.GetValueAsync(whenUnknown: new Dictionary<string, object?>()).ConfigureAwait(false);
        var keepResources = await features.ResourceReferencesAsync().ConfigureAwait(false);
        var name = $"outputs of {component.GetResourceType()} '{component.GetResourceName()}'";
        var properties = await SerializedProperties.OfAsync(values, new("", keepResources), name).ConfigureAwait(false);
        deployment.Runner.ThrowIfFailed();
        await deployment
            .Monitor.RegisterResourceOutputsAsync(new() { Urn = urn, Outputs = properties.Values })
            .ConfigureAwait(false);
    }

    private async ValueTask<Registered> AnswerAsync(Registration registration)
    {
        Refuse(registration);
        if (_isVerbose)
            _ = deployment.Logger.Debug($"Registering {registration.Type} '{registration.Name}'");
        if (registration.Options.Urn is { } urn)
            return await LookUpAsync(registration, urn).ConfigureAwait(false);
        if (registration.Options.Id is { } given)
        {
            // Of an id that is not known yet the engine is told just that; registering instead would make a new resource.
            var id = await given.ToOutput().GetValueAsync(whenUnknown: WireNames.Unknown).ConfigureAwait(false);
            if (!string.IsNullOrEmpty(id))
                return await ReadAsync(registration, id).ConfigureAwait(false);
        }

        var request = await _builder.RegisterAsync(registration).ConfigureAwait(false);
        deployment.Runner.ThrowIfFailed();
        var answer = await deployment.Monitor.RegisterResourceAsync(registration.Resource, request).ConfigureAwait(false);
        if (_isVerbose)
            _ = deployment.Logger.Debug($"Registered {answer.Urn}");
        return Answer(
            registration,
            answer.Urn,
            answer.Id,
            answer.Object,
            Dependencies(answer.PropertyDependencies),
            answer.Result == Pulumirpc.Result.Success
        );
    }

    private async ValueTask<Registered> ReadAsync(Registration registration, string id)
    {
        if (!registration.IsCustom)
            throw new InputProblem($"got the option Id '{id}', want none; only resources of providers can be read");
        var request = await _builder.ReadAsync(registration, id).ConfigureAwait(false);
        deployment.Runner.ThrowIfFailed();
        var answer = await deployment.Monitor.ReadResourceAsync(registration.Resource, request).ConfigureAwait(false);
        return Answer(registration, answer.Urn, id == WireNames.Unknown ? "" : id, answer.Properties, null, isSuccess: true);
    }

    private async ValueTask<Registered> LookUpAsync(Registration registration, string urn)
    {
        var request = new ResourceInvokeRequest
        {
            Tok = "pulumi:pulumi:getResource",
            Args = new Struct { Fields = { [WireNames.Urn] = Value.ForString(urn) } },
            AcceptResources = deployment.AcceptsResources,
        };
        var answer = await deployment.Monitor.InvokeAsync(request).ConfigureAwait(false);
        Failures.Throw($"The lookup of '{urn}' failed", answer.Failures);
        var fields = answer.Return.Fields;
        var id = fields.TryGetValue(WireNames.Id, out var idValue) ? idValue.StringValue : "";
        return Answer(registration, fields[WireNames.Urn].StringValue, id, fields["state"].StructValue, null, isSuccess: true);
    }

    private Registered Answer(
        Registration registration,
        string urn,
        string id,
        Struct? values,
        Dictionary<string, ResourceSet>? dependencies,
        bool isSuccess
    ) =>
        new(
            ResourceSet.Of(registration.Resource),
            urn,
            id,
            values?.Fields ?? new MapField<string, Value>(),
            dependencies,
            OthersAreKnown: isSuccess && !deployment.IsDryRun
        );

    private static Dictionary<string, ResourceSet>? Dependencies(
        MapField<string, RegisterResourceResponse.Types.PropertyDependencies> answer
    ) =>
        answer.Count == 0
            ? null
            : answer.ToDictionary(
                property => property.Key,
                property => ResourceSet.From([.. property.Value.Urns.Distinct().Select(urn => new DependencyResource(urn))])
            );

    private static void Refuse(Registration registration)
    {
        if (registration.Options.HasTransforms)
            throw OfficialSdkOnly.Refuse("The option ResourceTransforms");
        if (registration.Options.HasHooks)
            throw OfficialSdkOnly.Refuse("The option Hooks");
        if (registration.Package is not null)
            throw OfficialSdkOnly.Refuse("A package with parameters (RegisterPackageRequest)");
    }

    /// <summary>
    /// Names the resource in failures that people can do something about; others keep their type and their stack. What arrives through
    /// an input is another resource's failure and has been named there.
    /// </summary>
    private static Exception Explained(Registration registration, Exception failure) =>
        failure switch
        {
            GrpcException { Detail.Length: > 0 } refusal => new RunException(
                $"{registration.Type} '{registration.Name}' could not be registered: {refusal.Detail}",
                refusal
            ),
            InputProblem problem => new RunException($"{registration.Type} '{registration.Name}': {problem.Message}", problem),
            _ => failure,
        };
}
