using Engine.Model;
using Engine.Values;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Protocol;
using Pulumirpc;

namespace Conformance.Tests.Recording;

/// <summary>An engine that pretends to deploy: every id and every computed output is known, the same for every language.</summary>
internal sealed class Deployed : IEngine
{
    private static readonly string[] Computed = ["arn", "hex", "dec", "result", "bcryptHash", "url", "computed"];

    public Task<TResponse> AnswerAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method,
        TRequest request,
        CancellationToken cancellationToken
    )
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>, new()
    {
        IMessage answer = request switch
        {
            SupportsFeatureRequest => new SupportsFeatureResponse { HasSupport = true },
            RegisterResourceRequest register => Register(register),
            ReadResourceRequest read => Read(read),
            ResourceInvokeRequest invoke => new ResourceInvokeResponse { Return = CannedResults.Of(invoke) },
            SetRootResourceRequest => new SetRootResourceResponse(),
            _ when method.Name == "GetDeploymentInfo" => throw new GrpcException(GrpcStatusCode.Unimplemented, "an old engine"),
            _ => new Empty(),
        };
        return Task.FromResult((TResponse)answer);
    }

    private static string Urn(string parent, string type, string name) =>
        Urns.Create(Settings.Stack, Settings.Project, parent.Length == 0 ? null : parent, type, name);

    private static RegisterResourceResponse Register(RegisterResourceRequest request)
    {
        var response = new RegisterResourceResponse
        {
            Urn = Urn(request.Parent, request.Type, request.Name),
            Object = new Struct(),
            Id = request.Custom ? $"id-of-{request.Name}" : "",
        };
        if (!request.Custom && !request.Remote)
            return response;

        var outputs = response.Object.Fields;
        // A reference among the outputs would make Node fetch the resource, which is no part of what is compared.
        foreach (var (key, value) in request.Object.Fields)
            if (!WireText.Of(value).Contains("resource(", StringComparison.Ordinal))
                outputs[key] = value;
        foreach (var key in Computed.Where(key => !outputs.ContainsKey(key)))
            outputs[key] = Value.ForString($"{key}-of-{request.Name}");
        foreach (var key in request.AdditionalSecretOutputs.Where(outputs.ContainsKey))
            outputs[key] = Secret(outputs[key]);
        return response;
    }

    private static ReadResourceResponse Read(ReadResourceRequest request)
    {
        var properties =
            request.Type == "pulumi:pulumi:StackReference"
                ? CannedResults.ReferencedStack(request.Id)
                : request.Properties.Clone();
        properties.Fields["arn"] = Value.ForString($"arn-of-{request.Id}");
        return new() { Urn = Urn(request.Parent, request.Type, request.Name), Properties = properties };
    }

    internal static Value Secret(Value value) =>
        Value.ForStruct(new Struct { Fields = { [Signatures.Key] = Value.ForString(Signatures.Secret), ["value"] = value } });
}
