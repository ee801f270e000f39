using Engine.Model;
using Engine.Monitor;
using Engine.Planning;
using Engine.Providers.Aws;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Protocol;
using Pulumirpc;

namespace Engine.Providers;

/// <summary>Answers provider functions: from the stack's declared facts, computed, or not at all.</summary>
internal sealed class Invokes(RunContext run, ProviderResolver providers)
{
    private readonly AwsFunctions _aws = new(new AwsFacts(run.Config, run.Stack, run.Assumptions));

    public ResourceInvokeResponse Answer(ResourceInvokeRequest request, WireReader values)
    {
        if (request.Tok == "pulumi:pulumi:getResource")
            return GetResource(values.Read(request.Args)["urn"].AsText() ?? "");
        var arguments = Plain(values.Read(request.Args));
        var provider = Provider(request);
        if (arguments.ContainsUnknowns() || provider is null)
            return Unknown(request.Tok);
        try
        {
            if (_aws.Answer(new FunctionCall(request.Tok, arguments, provider)) is { } result)
                return new ResourceInvokeResponse { Return = WireWriter.Full.Write(result) };
        }
        catch (FunctionException refusal)
        {
            var problem = $"{run.Stack}: {request.Tok}: {refusal.Message}";
            run.Log.AddRefusal(problem, null);
            return new ResourceInvokeResponse { Return = new Struct(), Failures = { new CheckFailure { Reason = problem } } };
        }
        run.Log.AddOnce(Severity.Warning, $"{request.Tok} cannot be answered offline: its result is unknown in this preview");
        return Unknown(request.Tok);
    }

    public CallResponse Answer(ResourceCallRequest request)
    {
        run.Log.AddOnce(Severity.Warning, $"{request.Tok} cannot be called offline: its result is unknown in this preview");
        return new CallResponse { Return = new Struct() };
    }

    /// <summary>The provider a call goes to; nothing for functions of the engine itself.</summary>
    private Node? Provider(ResourceInvokeRequest request)
    {
        var package = Urns.Package(request.Tok);
        if (package is "" or "pulumi")
            return null;
        using var entered = run.Graph.Gate.EnterScope();
        var reference = request.Provider;
        if (reference.Length == 0 && request.Parent.Length > 0 && run.Graph.Find(request.Parent) is { } parent)
            reference =
                parent.Providers.GetValueOrDefault(package)
                ?? (
                    ProviderReference.Parse(parent.Provider)?.Urn is { } urn && Urns.Package(Urns.Type(urn)) == package
                        ? parent.Provider
                        : ""
                );
        if (reference.Length == 0)
            reference = providers.Default(package, request.Version, request.PluginDownloadURL, request.Tok);
        return providers.Find(reference, request.Tok);
    }

    /// <summary>Every property the function has is sent as unknown, for SDKs that do not look at the flag.</summary>
    private ResourceInvokeResponse Unknown(string token)
    {
        var result = new Struct();
        foreach (var name in run.Types.FunctionOutputs(token) ?? [])
            result.Fields[name] = Value.ForString(Signatures.Unknown);
        return new ResourceInvokeResponse { Return = result, Unknown = true };
    }

    private ResourceInvokeResponse GetResource(string urn)
    {
        using var entered = run.Graph.Gate.EnterScope();
        var node =
            run.Graph.Find(urn)
            ?? throw new RegistrationException(
                GrpcStatusCode.NotFound,
                $"pulumi:pulumi:getResource: {(urn.Length == 0 ? "got no URN" : urn + " is not registered")}, want the URN of a registered resource"
            );
        var result = new Struct
        {
            Fields =
            {
                ["urn"] = Value.ForString(urn),
                ["id"] = Value.ForString(node.State.Id ?? (node.State.Custom ? Signatures.Unknown : "")),
                ["state"] = Value.ForStruct(WireWriter.Full.Write(node.State.Outputs)),
            },
        };
        return new ResourceInvokeResponse { Return = result };
    }

    private static ObjectValue Plain(ObjectValue map) => map.ContainsSecrets() ? (ObjectValue)PlainValue(map) : map;

    private static PropertyValue PlainValue(PropertyValue value) =>
        value switch
        {
            SecretValue secret => PlainValue(secret.Inner),
            ArrayValue array => new ArrayValue([.. array.Items.Select(PlainValue)]),
            ObjectValue map => new ObjectValue(
                ObjectValue.Empty.Properties.AddRange(
                    map.Properties.Select(property => KeyValuePair.Create(property.Key, PlainValue(property.Value)))
                )
            ),
            _ => value,
        };
}
