using Infra.Security.GitHub;
using Infra.Settings;
using Infra.Settings.Bootstrap;
using Infra.Storage;
using Pulumi;

namespace Infra.Systems;

/// <summary>
/// System bootstrap, once in each account before anything else: where Pulumi keeps the state of all other stacks, and what workflows on GitHub
/// may do. People with administrator's rights deploy it; no workflow can change it.
/// </summary>
internal sealed class Bootstrap : ComponentResource
{
    /// <summary>The state of the account's stacks.</summary>
    public StateBucket State { get; }

    /// <summary>The roles of workflows; nothing where the stack names no repository.</summary>
    public GitHubOidc? GitHub { get; }

    /// <summary>Makes the system.</summary>
    /// <param name="name">Logical name; the same in every stack, so that stacks can be compared.</param>
    /// <param name="context">The stack.</param>
    /// <param name="settings">What the stack decides, already checked.</param>
    /// <param name="options">The provider of the stack's region.</param>
    public Bootstrap(string name, StackContext context, BootstrapSettings settings, ComponentResourceOptions? options = null)
        : base("idp:system:Bootstrap", name, options)
    {
        var child = new ComponentResourceOptions { Parent = this };
        var parts = new BootstrapArgs(context, settings);

        State = new StateBucket(name, parts.State(), child);
        GitHub = parts.GitHub(State) is { } gitHub ? new GitHubOidc(name, gitHub, child) : null;
        RegisterOutputs();
    }
}
