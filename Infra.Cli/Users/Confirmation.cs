using Infra.Cli.Output;

namespace Infra.Cli.Users;

/// <summary>Asks for the name of the user before something is done that the user would miss.</summary>
internal sealed class Confirmation(Terminal terminal)
{
    /// <summary>Shows what will be done and waits for the name.</summary>
    /// <exception cref="CommandException">Another name was typed, or nobody was there to type.</exception>
    public async Task AskAsync(UserAction action, UserRequest request, string stack, CancellationToken cancellationToken)
    {
        terminal.WriteLine($"{action.Name} {request.User} in {stack}, pool {request.Pool.Id}", Style.Strong);
        terminal.WriteLine($"  {action.Danger}");
        foreach (var call in action.Calls(request))
            terminal.WriteLine($"  {call.Text(request.Pool.Region)}", Style.Faint);
        await TypedWord.AskAsync(terminal, stack, request.User, cancellationToken, "user name");
    }
}
