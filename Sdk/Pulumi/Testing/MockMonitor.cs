using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Pulumi.Testing;

/// <summary>A registry that asks mocks. It does not check anything an engine would.</summary>
internal sealed class MockMonitor(IMocks mocks, DeploymentFacts facts) : IMonitor
{
    private readonly Lock _gate = new();
    private readonly List<Resource> _resources = [];
    private readonly ConcurrentDictionary<string, Struct> _registered = new();

    public ImmutableArray<Resource> Resources
    {
        get
        {
            lock (_gate)
                return [.. _resources];
        }
    }

    // Output values stay off, so that mocks are given values and not outputs.
    public Task<bool> SupportsFeatureAsync(string feature) => Task.FromResult(feature != "outputValues");

    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request)
    {
        if (request.Tok == "pulumi:pulumi:getResource")
        {
            var urn = request.Args.Fields[WireNames.Urn].StringValue;
            return _registered.TryGetValue(urn, out var found)
                ? new() { Return = found }
                : throw new InvalidOperationException($"There is no resource '{urn}' among those registered so far.");
        }
        return new() { Return = await CallMocksAsync(request.Tok, request.Args, request.Provider).ConfigureAwait(false) };
    }

    public async Task<CallResponse> CallAsync(ResourceCallRequest request) =>
        new() { Return = await CallMocksAsync(request.Tok, request.Args, request.Provider).ConfigureAwait(false) };

    public async Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request)
    {
        var args = new MockResourceArgs
        {
            Type = request.Type,
            Name = request.Name,
            Inputs = Known(request.Properties),
            Provider = request.Provider,
            Id = request.Id,
        };
        var (urn, _, state) = await NewResourceAsync(resource, args, request.Parent).ConfigureAwait(false);
        return new() { Urn = urn, Properties = state };
    }

    public async Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request)
    {
        if (request.Type == Stack.RootType)
        {
            Add(resource);
            return new() { Urn = NewUrn("", request.Type, request.Name), Object = new() };
        }

        var args = new MockResourceArgs
        {
            Type = request.Type,
            Name = request.Name,
            Inputs = Known(request.Object),
            Provider = request.Provider,
            Id = request.ImportId,
        };
        var (urn, id, state) = await NewResourceAsync(resource, args, request.Parent).ConfigureAwait(false);
        return new()
        {
            Urn = urn,
            Id = id,
            Object = state,
        };
    }

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request)
    {
        var outputs = request.Outputs.Fields.ToImmutableDictionary(output => output.Key, output => Read(output.Value));
        return mocks.RegisterResourceOutputs(new(request.Urn, outputs));

        static Output<object?> Read(Value value)
        {
            var data = Deserializer.Read(value);
            return new(new OutputData<object?>(data.Resources, data.Value, data.IsKnown, data.IsSecret));
        }
    }

    public Task SignalAndWaitForShutdownAsync() => Task.CompletedTask;

    private async Task<(string Urn, string Id, Struct State)> NewResourceAsync(
        Resource resource,
        MockResourceArgs args,
        string parent
    )
    {
        Add(resource);
        var (id, answer) = await mocks.NewResourceAsync(args).ConfigureAwait(false);
        var (urn, known) = (NewUrn(parent, args.Type!, args.Name!), id ?? args.Id ?? "");
        var state = await SerializeAsync(answer).ConfigureAwait(false);
        _registered[urn] = new()
        {
            Fields =
            {
                [WireNames.Urn] = Value.ForString(urn),
                [WireNames.Id] = Value.ForString(known),
                ["state"] = Value.ForStruct(state),
            },
        };
        return (urn, known, state);
    }

    private async Task<Struct> CallMocksAsync(string token, Struct args, string provider)
    {
        var call = new MockCallArgs
        {
            Token = token,
            Args = Known(args),
            Provider = provider,
        };
        return await SerializeAsync(await mocks.CallAsync(call).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private void Add(Resource resource)
    {
        lock (_gate)
            _resources.Add(resource);
    }

    // Only the outermost type of the parent's chain is kept, as the official mocks do; the real engine keeps all but the stack's.
    private string NewUrn(string parent, string type, string name)
    {
        var chain = parent.Length == 0 ? type : $"{parent.Split("::")[2].Split('$')[0]}${type}";
        return $"urn:pulumi:{facts.Stack}::{facts.Project}::{chain}::{name}";
    }

    private static ImmutableDictionary<string, object> Known(Struct properties)
    {
        var known = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (name, value) in properties.Fields)
        {
            if (Deserializer.Read(value) is { IsKnown: true, Value: { } plain })
                known[name] = plain;
        }
        return known.ToImmutable();
    }

    private static async Task<Struct> SerializeAsync(object state)
    {
        var serialized = await new Serializer("mocked outputs", keepResources: true).SerializeAsync(state).ConfigureAwait(false);
        return serialized is { KindCase: Value.KindOneofCase.StructValue }
            ? serialized.StructValue
            : throw new InvalidOperationException(
                $"A mock answered a {state?.GetType().FullName ?? "null"}, want a dictionary or an args object."
            );
    }
}
