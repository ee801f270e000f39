using Microsoft.Extensions.Logging;
using Pulumi.Automation.Commands;

namespace Pulumi.Automation;

/// <summary>How a workspace on this machine is set up.</summary>
public class LocalWorkspaceOptions
{
    /// <summary>Its folder, which has, or gets, the project file. Default: a new one that is deleted with the workspace.</summary>
    public string? WorkDir { get; set; }

    /// <summary>Where the CLI keeps plugins and credentials. Default: where it does anyway.</summary>
    public string? PulumiHome { get; set; }

    /// <summary>What encrypts the secrets of new stacks, for example <c>awskms://alias/pulumi</c>. Default: what the backend has.</summary>
    public string? SecretsProvider { get; set; }

    /// <summary>What runs the CLI. Default: the one on the PATH.</summary>
    public PulumiCommand? PulumiCommand { get; set; }

    /// <summary>The program. Default: the one in <see cref="WorkDir"/>.</summary>
    public PulumiFn? Program { get; set; }

    /// <summary>Takes what the runs of an inline program have to say. Default: nobody does.</summary>
    public ILogger? Logger { get; set; }

    /// <summary>What the project file says if there is none yet. One that says something else is refused. Default: there is one.</summary>
    public ProjectSettings? ProjectSettings { get; set; }

    /// <summary>Files of stacks to write, by the name of the stack. Default: none.</summary>
    public IDictionary<string, StackSettings>? StackSettings { get; set; }

    /// <summary>Variables over those of this process, for every run of the CLI; one without a value is taken away. Default: none.</summary>
    public IDictionary<string, string?>? EnvironmentVariables { get; set; }
}
