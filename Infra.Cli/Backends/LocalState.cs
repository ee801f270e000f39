using Infra.Cli.Output;
using Infra.Cli.Stacks;

namespace Infra.Cli.Backends;

/// <summary>A backend in a folder of this machine, for trials: nobody else sees it, and it is lost with the folder.</summary>
/// <param name="target">The stack to try.</param>
internal sealed class LocalState(StackTarget target)
{
    private static readonly string[] Variables = ["PULUMI_CONFIG_PASSPHRASE", "PULUMI_CONFIG_PASSPHRASE_FILE"];

    private readonly string _stack = target.File.Stack;

    /// <summary>Where it is: one folder for all stacks of the project.</summary>
    public string Folder { get; } = Path.Combine(target.Project.Directory, ".state", "local");

    /// <summary>What <c>PULUMI_BACKEND_URL</c> is set to.</summary>
    public string Url => Backend.UrlOf(Folder);

    /// <summary>Refuses what is no trial, and a trial that nobody could open again.</summary>
    /// <exception cref="CommandException">Production, or no passphrase.</exception>
    public void Check()
    {
        if (Production.Is(target))
            throw new CommandException(
                ExitCodes.Refused,
                $"{_stack}: refused, --local is for trials: the state of production would be on one machine"
            );
        if (!Variables.Any(name => Environment.GetEnvironmentVariable(name) is { Length: > 0 }))
            throw new CommandException(
                ExitCodes.BadInput,
                $"{_stack}: got no passphrase, want {string.Join(" or ", Variables)} in the environment; it seals the secrets of the stack, and without it nobody opens them again"
            );
    }

    /// <summary>The one command line.</summary>
    public string Text => new Backend(Url, target.Project.Directory).Text(StateSteps.InitOf(_stack));

    /// <summary>Makes folder and stack, where they are not there yet.</summary>
    public async Task RunAsync(Terminal status, CancellationToken cancellationToken)
    {
        var backend = Backend.InFolder(Folder, target.Project.Directory);
        if (await backend.ResourcesAsync(_stack, cancellationToken) is null)
            await backend.AskAsync(StateSteps.InitOf(_stack), cancellationToken);
        else
            status.WriteLine($"{_stack}: is there already", Style.Faint);
    }
}
