using Google.Protobuf.WellKnownTypes;
using Protocol;
using Pulumirpc;

namespace Pulumi;

/// <summary>Calls functions of providers and methods of resources.</summary>
internal sealed class Functions(Deployment deployment)
{
    private readonly Features _features = deployment.Features;

    /// <summary>Calls a function; waits for its arguments, and does not call it while one of them is not known.</summary>
    public async ValueTask<OutputData<T>> InvokeOutputAsync<T>(
        string token,
        InvokeArgs? args,
        InvokeOptions? options,
        RegisterPackageRequest? package,
        bool isSingle
    )
    {
        var serializer = await SerializerAsync(token, package).ConfigureAwait(false);
        var properties = await SerializedProperties
            .OfAsync((args ?? InvokeArgs.Empty).Properties(), serializer, token)
            .ConfigureAwait(false);
        if (serializer.HasUnknowns)
            return OutputData<T>.Unknown(ResourceSet.Empty, isSecret: false);

        var resources = new HashSet<Resource>();
        foreach (var dependencies in properties.Dependencies.Values)
            resources.UnionWith(dependencies);
        if (options is InvokeOutputOptions { DependsOn.IsEmpty: false } withDependencies)
        {
            var explicitOnes = await withDependencies.DependsOn.AsOutput().GetValueAsync(whenUnknown: []).ConfigureAwait(false);
            await Dependencies.AddUrnsAsync([.. explicitOnes], dependent: null, []).ConfigureAwait(false);
            resources.UnionWith(explicitOnes);
        }

        var from = ResourceSet.From(resources);
        var answer = await SendAsync(token, properties.Values, options).ConfigureAwait(false);
        return answer.Unknown ? OutputData<T>.Unknown(from, isSecret: false) : Result<T>(token, answer.Return, from, isSingle);
    }

    /// <summary>Calls a function with plain arguments.</summary>
    public async Task<T> InvokeAsync<T>(
        string token,
        InvokeArgs? args,
        InvokeOptions? options,
        RegisterPackageRequest? package,
        bool isSingle
    )
    {
        var serializer = await SerializerAsync(token, package).ConfigureAwait(false);
        var properties = await SerializedProperties
            .OfAsync((args ?? InvokeArgs.Empty).Properties(), serializer, token)
            .ConfigureAwait(false);
        var answer = await SendAsync(token, properties.Values, options).ConfigureAwait(false);
        return Result<T>(token, answer.Return, ResourceSet.Empty, isSingle).Value;
    }

    /// <summary>Calls a method of a resource; whether it can do with unknown arguments is for the provider to say.</summary>
    public async ValueTask<OutputData<T>> CallAsync<T>(
        string token,
        CallArgs? args,
        Resource? self,
        CallOptions? options,
        RegisterPackageRequest? package
    )
    {
        RefuseParameters(package);
        var serializer = new Serializer("", keepResources: true, await _features.OutputValuesAsync().ConfigureAwait(false));
        var properties = (args ?? CallArgs.Empty).Properties();
        var serialized = await SerializedProperties
            .OfAsync(self is null ? properties : properties.Append(new(WireNames.Self, self)), serializer, token)
            .ConfigureAwait(false);

        var provider = self is null ? options?.Provider ?? options?.Parent?.GetProvider(token) : self.Provider;
        var request = new ResourceCallRequest
        {
            Tok = token,
            Args = serialized.Values,
            Provider = provider is null ? "" : await provider.ReferenceAsync().ConfigureAwait(false),
            Version = (self is null ? options?.Version : self.Version) ?? "",
            PluginDownloadURL = (self is null ? options?.PluginDownloadURL : self.PluginDownloadURL) ?? "",
        };
        foreach (var (name, resources) in serialized.Dependencies)
        {
            var urns = new HashSet<string>();
            await Dependencies.AddUrnsAsync(resources, dependent: null, urns).ConfigureAwait(false);
            var argument = new ResourceCallRequest.Types.ArgumentDependencies();
            argument.Urns.AddRange(urns);
            request.ArgDependencies.Add(name, argument);
        }

        var answer = await NamedAsync(token, deployment.Monitor.CallAsync(request)).ConfigureAwait(false);
        Failures.Throw($"The call of {token} failed", answer.Failures);
        var returned = answer.ReturnDependencies.Values.SelectMany(dependencies => dependencies.Urns).Distinct();
        var from = ResourceSet.From([.. returned.Select(urn => new DependencyResource(urn))]);
        return Result<T>(token, answer.Return, from, isSingle: false);
    }

    private async ValueTask<Serializer> SerializerAsync(string token, RegisterPackageRequest? package)
    {
        RefuseParameters(package);
        return new("", await _features.ResourceReferencesAsync().ConfigureAwait(false));
    }

    private async Task<ResourceInvokeResponse> SendAsync(string token, Struct args, InvokeOptions? options)
    {
        var provider = options?.Provider ?? options?.Parent?.GetProvider(token);
        var request = new ResourceInvokeRequest
        {
            Tok = token,
            Args = args,
            Provider = provider is null ? "" : await provider.ReferenceAsync().ConfigureAwait(false),
            Version = options?.Version ?? "",
            PluginDownloadURL = options?.PluginDownloadURL ?? "",
            AcceptResources = deployment.AcceptsResources,
        };
        var answer = await NamedAsync(token, deployment.Monitor.InvokeAsync(request)).ConfigureAwait(false);
        Failures.Throw($"The invoke of {token} failed", answer.Failures);
        return answer;
    }

    private static async Task<TAnswer> NamedAsync<TAnswer>(string token, Task<TAnswer> call)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (GrpcException e) when (e.Detail.Length > 0)
        {
            throw new RunException($"{token} failed: {e.Detail}", e);
        }
    }

    private OutputData<T> Result<T>(string token, Struct? answer, ResourceSet from, bool isSingle)
    {
        var value = isSingle
            ? answer?.Fields.Values.FirstOrDefault() ?? Value.ForNull()
            : Value.ForStruct(answer ?? new Struct());
        var data = Deserializer.Read(value);
        var context = new ConversionContext($"result of {token}", warning => deployment.Logger.Warn(warning));
        return new(from.Union(data.Resources), (T)Conversion.To<T>().Convert(context, data.Value)!, data.IsKnown, data.IsSecret);
    }

    private static void RefuseParameters(RegisterPackageRequest? package)
    {
        if (package is not null)
            throw OfficialSdkOnly.Refuse("A package with parameters (RegisterPackageRequest)");
    }
}
