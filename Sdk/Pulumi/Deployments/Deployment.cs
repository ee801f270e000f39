using System.Globalization;

namespace Pulumi;

/// <summary>Runs programs. A program calls one of the <c>RunAsync</c> overloads, and makes its resources inside of it.</summary>
public sealed partial class Deployment
{
    private static readonly AsyncLocal<DeploymentInstance?> Local = new();

    private readonly string? _rootDirectory;
    private readonly Registrar _registrar;
    private Stack? _stack;

    private Deployment(IMonitor monitor, IEngine engine, DeploymentFacts facts, ConfigValues? config = null)
    {
        (Monitor, Engine) = (monitor, engine);
        (ProjectName, StackName, OrganizationName) = (facts.Project, facts.Stack, facts.Organization);
        (IsDryRun, _rootDirectory) = (facts.IsDryRun, facts.RootDirectory);
        Logger = new(engine, Runner);
        Features = new(monitor);
        _registrar = new(this, Features);
        Config = config ?? new();
    }

    /// <summary>The deployment that is running.</summary>
    /// <exception cref="InvalidOperationException">None is: this is only there inside of a <c>RunAsync</c> or <c>TestAsync</c>.</exception>
    public static DeploymentInstance Instance =>
        Local.Value
        ?? throw new InvalidOperationException(
            "There is no deployment here. Resources, Config and Log can be used only inside the function given to Deployment.RunAsync or TestAsync."
        );

    internal static Deployment? Current => Local.Value?.Deployment;

    internal static Deployment Required => Instance.Deployment;

    internal string ProjectName { get; }

    internal string StackName { get; }

    internal string OrganizationName { get; }

    internal bool IsDryRun { get; }

    internal string RootDirectory =>
        _rootDirectory
        ?? throw new InvalidOperationException(
            "The root directory of the project is not known: PULUMI_ROOT_DIRECTORY is not set."
        );

    internal IMonitor Monitor { get; }

    internal IEngine Engine { get; }

    internal Features Features { get; }

    internal Runner Runner { get; } = new();

    internal EngineLogger Logger { get; }

    internal ConfigValues Config { get; }

    /// <summary>Whether the engine may answer references to resources as such.</summary>
    internal bool AcceptsResources { get; } = !EnvironmentFlags.IsOn("PULUMI_DISABLE_RESOURCE_REFERENCES");

    internal Stack Stack
    {
        get =>
            _stack
            ?? throw new InvalidOperationException(
                "There is no stack yet: resources can be made only after the constructor of Stack."
            );
        set => _stack = value;
    }

    /// <summary>Waits until everything that has been begun so far is registered. Not to be awaited by what a resource waits for.</summary>
    public async Task AwaitPendingRegistrations() => await _registrar.PendingAsync().ConfigureAwait(false);

    /// <summary>Whether the engine can call functions of the program before functions of providers. This SDK offers none.</summary>
    public Task<bool> MonitorSupportsInvokeTransforms() => Features.SupportsAsync("invokeTransforms");

    /// <summary>Whether the engine can call functions of the program around operations. This SDK offers none.</summary>
    public Task<bool> MonitorSupportsResourceHooks() => Features.SupportsAsync("resourceHooks");

    /// <summary>Refused: it needs a server inside the program, see docs/sdk.md.</summary>
    /// <param name="transform">The function.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public void RegisterInvokeTransform(InvokeTransform transform) => throw OfficialSdkOnly.Refuse("RegisterInvokeTransform");

    /// <summary>Ends the deployment if the Pulumi CLI is not of a version in a range.</summary>
    /// <param name="pulumiVersionRange">The range, for example <c>>=3.100.0</c>.</param>
    public static Task RequirePulumiVersionAsync(string pulumiVersionRange) =>
        Required.Engine.RequirePulumiVersionAsync(pulumiVersionRange);

    internal static void Track(Task task) => Current?.Runner.Track(task);

    internal void Register(Registration registration) => Runner.Track(_registrar.RegisterAsync(registration));

    internal void RegisterOutputs(ComponentResource component, Output<IDictionary<string, object?>> outputs) =>
        Runner.Track(_registrar.RegisterOutputsAsync(component, outputs));

    /// <summary>Deployment of the environment variables the Pulumi CLI sets.</summary>
    private static Deployment FromEnvironment()
    {
        string? monitor = Read("MONITOR"),
            engine = Read("ENGINE");
        string? project = Read("PROJECT"),
            stack = Read("STACK");
        var isDryRun = bool.TryParse(Read("DRY_RUN"), out var preview);
        var hasMode = bool.TryParse(Read("QUERY_MODE"), out _);
        var hasParallel = int.TryParse(Read("PARALLEL"), CultureInfo.InvariantCulture, out _);
        if (monitor is null || engine is null || project is null || stack is null || !isDryRun || !hasMode || !hasParallel)
        {
            throw new InvalidOperationException(
                "The program was started without the Pulumi engine available. Start it with the `pulumi` CLI, or preview it with `infra preview`."
            );
        }

        var facts = new DeploymentFacts(
            project,
            stack,
            Read("ORGANIZATION") ?? DeploymentFacts.DefaultOrganization,
            preview,
            Read("ROOT_DIRECTORY")
        );
        return new(new GrpcMonitor(monitor), new GrpcEngine(engine), facts);

        static string? Read(string name) =>
            Environment.GetEnvironmentVariable($"PULUMI_{name}") is { Length: > 0 } value ? value : null;
    }
}

/// <summary>What a deployment is of.</summary>
internal sealed record DeploymentFacts(string Project, string Stack, string Organization, bool IsDryRun, string? RootDirectory)
{
    public const string DefaultOrganization = "organization";
}
