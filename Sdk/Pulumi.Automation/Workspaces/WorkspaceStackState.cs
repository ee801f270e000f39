namespace Pulumi.Automation;

/// <summary>The state of a stack: what Pulumi knows, not what is there.</summary>
public sealed class WorkspaceStackState
{
    private readonly WorkspaceStack _stack;

    internal WorkspaceStackState(WorkspaceStack stack) => _stack = stack;

    /// <summary>Forgets a resource, which stays where it is.</summary>
    /// <param name="urn">The resource.</param>
    /// <param name="force">Whether it is forgotten even if it is protected. Default: then it is not.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task DeleteAsync(string urn, bool force = false, CancellationToken cancellationToken = default) =>
        _stack.RunAsync(new Arguments("state", "delete", urn).Flag("--force", force).ToList(), cancellationToken);

    /// <summary>Takes the protection of a resource away.</summary>
    /// <param name="urn">The resource.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task UnprotectAsync(string urn, CancellationToken cancellationToken = default) =>
        _stack.RunAsync(["state", "unprotect", urn], cancellationToken);

    /// <summary>Takes the protection of all resources away.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public Task UnprotectAllAsync(CancellationToken cancellationToken = default) =>
        _stack.RunAsync(["state", "unprotect", "--all"], cancellationToken);
}
