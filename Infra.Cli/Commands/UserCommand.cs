using System.CommandLine;
using Infra.Cli.Output;
using Infra.Cli.Users;

namespace Infra.Cli.Commands;

/// <summary><c>infra user</c>: what an incident needs to do to the users of a stack. Alone it shows what there is.</summary>
internal sealed class UserCommand : Command
{
    /// <summary>Describes the commands.</summary>
    public UserCommand(Screen screen)
        : base(
            "user",
            "Looks at and changes the users of a deployed stack: locks out, signs out, resets. Needs the aws CLI and, unless --outputs is given, pulumi."
        )
    {
        foreach (var action in UserAction.All)
            Add(new UserActionCommand(action, screen));
        SetAction(parsed => new HelpText(screen.Out).Invoke(parsed));
    }
}
