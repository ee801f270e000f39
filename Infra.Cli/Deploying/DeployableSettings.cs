using Infra.Cli.Programs;
using Infra.Cli.Stacks;

namespace Infra.Cli.Deploying;

/// <summary>Asks the program what in its settings keeps a deployment from beginning, before anything is contacted: placeholders above all.</summary>
internal static class DeployableSettings
{
    /// <summary>Does nothing where all is well, and for programs in other languages, which cannot be asked.</summary>
    /// <exception cref="CommandException">With what the program says.</exception>
    public static async Task CheckAsync(StackTarget target, CancellationToken cancellationToken)
    {
        if (!ProgramChoice.IsOwn(target.Project))
            return;
        var answer = await ProgramAnswer.AskAsync(["settings", "--deployable"], target, cancellationToken);
        answer.Require();
    }
}
