using Infra.Cli.Output;
using Infra.Cli.Stacks;

namespace Infra.Cli.Backends;

/// <summary>What <c>infra state init</c> tells people, and asks them.</summary>
internal sealed class StateReport(Screen screen, StackTarget target, bool json)
{
    private readonly string _stack = target.File.Stack;

    /// <summary>What will be made, and by which command lines where these are asked for.</summary>
    public void Plan(StatePlace place, StateSteps steps, bool withCommands)
    {
        var people = withCommands ? screen.Out : screen.Error;
        people.WriteLine(
            $"{_stack}: {Words.Count(place.Resources, "resource")} in account {place.AccountId}, {place.Region}",
            Style.Strong
        );
        people.WriteLine($"  backend           {place.BackendUrl}");
        people.WriteLine($"  secrets provider  {place.SecretsProvider}");
        people.WriteLine($"  every resource    infra preview {_stack} --expand");
        if (!withCommands)
            return;
        people.WriteLine();
        foreach (var line in steps.Text())
            people.WriteLine(line);
    }

    /// <summary>Asks for the name of the stack.</summary>
    /// <exception cref="CommandException">Another was typed, or nobody was there to type.</exception>
    public Task ConfirmAsync(CancellationToken cancellationToken) =>
        TypedWord.AskAsync(screen.Error, _stack, _stack, cancellationToken);

    /// <summary>What to put where from now on.</summary>
    public void Done(string backendUrl, string secretsProvider)
    {
        if (json)
        {
            Json.Write(
                screen.Document,
                writer =>
                {
                    writer.WriteStartObject();
                    writer.WriteString("stack", _stack);
                    writer.WriteString("backendUrl", backendUrl);
                    writer.WriteString("secretsProvider", secretsProvider);
                    writer.WriteString("stackFile", target.File.FileName);
                    writer.WriteEndObject();
                }
            );
            return;
        }
        screen.Out.WriteLine($"{_stack}: its state is in {backendUrl}", Style.Good);
        screen.Out.WriteLine("In every shell, and as a variable of the environment on GitHub:");
        screen.Out.WriteLine($"  export PULUMI_BACKEND_URL='{backendUrl}'");
        screen.Out.WriteLine("Once for every other stack of the account:");
        screen.Out.WriteLine($"  pulumi stack init STACK --secrets-provider='{secretsProvider}'");
        screen.Out.WriteLine($"Commit {target.File.FileName}: Pulumi has written into it how secrets are sealed.");
    }
}
