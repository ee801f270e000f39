namespace Pulumi;

/// <summary>The deployment that is running, as a program sees it.</summary>
public sealed class DeploymentInstance
{
    private readonly Functions _functions;

    internal DeploymentInstance(Deployment deployment) => (Deployment, _functions) = (deployment, new(deployment));

    internal Deployment Deployment { get; }

    /// <summary>Whether this is a preview.</summary>
    public bool IsDryRun => Deployment.IsDryRun;

    /// <summary>Name of the organization; <c>organization</c> without one.</summary>
    public string OrganizationName => Deployment.OrganizationName;

    /// <summary>Name of the project.</summary>
    public string ProjectName => Deployment.ProjectName;

    /// <summary>Folder of the project file.</summary>
    /// <exception cref="InvalidOperationException">The engine did not say.</exception>
    public string RootDirectory => Deployment.RootDirectory;

    /// <summary>Name of the stack.</summary>
    public string StackName => Deployment.StackName;

    /// <summary>Calls a function of a provider with arguments that may be outputs. While one of them is not known it is not called.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="token">The function, for example <c>aws:index/getRegion:getRegion</c>.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="options">The options of the call. Default: none.</param>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        Invoke<T>(token, args, options, null);

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    /// <param name="registerPackageRequest">A package with parameters; using one needs the official SDK.</param>
    public Output<T> Invoke<T>(
        string token,
        InvokeArgs args,
        InvokeOptions? options,
        RegisterPackageRequest? registerPackageRequest
    ) => Output<T>.From(_functions.InvokeOutputAsync<T>(token, args, options, registerPackageRequest, isSingle: false));

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        Invoke<T>(token, args, (InvokeOptions)options, null);

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?, RegisterPackageRequest?)"/>
    public Output<T> Invoke<T>(
        string token,
        InvokeArgs args,
        InvokeOutputOptions options,
        RegisterPackageRequest? registerPackageRequest
    ) => Invoke<T>(token, args, (InvokeOptions)options, registerPackageRequest);

    /// <summary>Calls a function of a provider with plain arguments, for its effect.</summary>
    /// <param name="token">The function.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="options">The options of the call. Default: none.</param>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null) =>
        InvokeAsync<object>(token, args, options);

    /// <inheritdoc cref="InvokeAsync(string, InvokeArgs, InvokeOptions?)"/>
    /// <param name="registerPackageRequest">A package with parameters; using one needs the official SDK.</param>
    public Task InvokeAsync(
        string token,
        InvokeArgs args,
        InvokeOptions? options,
        RegisterPackageRequest? registerPackageRequest
    ) => InvokeAsync<object>(token, args, options, registerPackageRequest);

    /// <summary>Calls a function of a provider with plain arguments. Secrecy and dependencies of the result are lost.</summary>
    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        _functions.InvokeAsync<T>(token, args, options, null, isSingle: false);

    /// <inheritdoc cref="InvokeAsync{T}(string, InvokeArgs, InvokeOptions?)"/>
    /// <param name="registerPackageRequest">A package with parameters; using one needs the official SDK.</param>
    public Task<T> InvokeAsync<T>(
        string token,
        InvokeArgs args,
        InvokeOptions? options,
        RegisterPackageRequest? registerPackageRequest
    ) => _functions.InvokeAsync<T>(token, args, options, registerPackageRequest, isSingle: false);

    /// <summary>Calls a function whose result has a single property, and answers that.</summary>
    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        InvokeSingle<T>(token, args, options, null);

    /// <inheritdoc cref="InvokeSingle{T}(string, InvokeArgs, InvokeOptions?)"/>
    /// <param name="registerPackageRequest">A package with parameters; using one needs the official SDK.</param>
    public Output<T> InvokeSingle<T>(
        string token,
        InvokeArgs args,
        InvokeOptions? options,
        RegisterPackageRequest? registerPackageRequest
    ) => Output<T>.From(_functions.InvokeOutputAsync<T>(token, args, options, registerPackageRequest, isSingle: true));

    /// <inheritdoc cref="InvokeSingle{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        InvokeSingle<T>(token, args, (InvokeOptions)options, null);

    /// <inheritdoc cref="InvokeSingle{T}(string, InvokeArgs, InvokeOptions?, RegisterPackageRequest?)"/>
    public Output<T> InvokeSingle<T>(
        string token,
        InvokeArgs args,
        InvokeOutputOptions options,
        RegisterPackageRequest? registerPackageRequest
    ) => InvokeSingle<T>(token, args, (InvokeOptions)options, registerPackageRequest);

    /// <summary>Calls a function whose result has a single property, with plain arguments, and answers that.</summary>
    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        _functions.InvokeAsync<T>(token, args, options, null, isSingle: true);

    /// <inheritdoc cref="InvokeSingleAsync{T}(string, InvokeArgs, InvokeOptions?)"/>
    /// <param name="registerPackageRequest">A package with parameters; using one needs the official SDK.</param>
    public Task<T> InvokeSingleAsync<T>(
        string token,
        InvokeArgs args,
        InvokeOptions? options,
        RegisterPackageRequest? registerPackageRequest
    ) => _functions.InvokeAsync<T>(token, args, options, registerPackageRequest, isSingle: true);

    /// <summary>Calls a method of a resource, for its effect.</summary>
    /// <param name="token">The method.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="self">The resource. Default: none.</param>
    /// <param name="options">The options of the call. Default: none.</param>
    public void Call(string token, CallArgs args, Resource? self = null, CallOptions? options = null) =>
        Call(token, args, self, options, null);

    /// <inheritdoc cref="Call(string, CallArgs, Resource?, CallOptions?)"/>
    /// <param name="registerPackageRequest">A package with parameters; using one needs the official SDK.</param>
    public void Call(
        string token,
        CallArgs args,
        Resource? self,
        CallOptions? options,
        RegisterPackageRequest? registerPackageRequest
    ) => Call<object>(token, args, self, options, registerPackageRequest);

    /// <summary>Calls a method of a resource.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <inheritdoc cref="Call(string, CallArgs, Resource?, CallOptions?)"/>
    public Output<T> Call<T>(string token, CallArgs args, Resource? self = null, CallOptions? options = null) =>
        Call<T>(token, args, self, options, null);

    /// <inheritdoc cref="Call{T}(string, CallArgs, Resource?, CallOptions?)"/>
    /// <param name="registerPackageRequest">A package with parameters; using one needs the official SDK.</param>
    public Output<T> Call<T>(
        string token,
        CallArgs args,
        Resource? self,
        CallOptions? options,
        RegisterPackageRequest? registerPackageRequest
    ) => Output<T>.From(_functions.CallAsync<T>(token, args, self, options, registerPackageRequest));

    /// <inheritdoc cref="Pulumi.Deployment.RegisterInvokeTransform"/>
    public void RegisterInvokeTransform(InvokeTransform transform) => Deployment.RegisterInvokeTransform(transform);
}
