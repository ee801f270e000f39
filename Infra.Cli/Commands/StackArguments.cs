using System.CommandLine;
using System.CommandLine.Parsing;
using Engine.Text;
using Infra.Cli.Stacks;

namespace Infra.Cli.Commands;

/// <summary>The arguments that commands on a stack share.</summary>
internal sealed class StackArguments
{
    /// <summary>Adds them to a command.</summary>
    public StackArguments(Command command)
    {
        Stack.Validators.Add(result => RefuseOption(command, result));
        command.Add(Stack);
        command.Add(Project);
    }

    /// <summary>The stack.</summary>
    public Argument<string?> Stack { get; } =
        new("stack")
        {
            Description = "The stack, for example dev. Default: PULUMI_STACK, else the one of infra use, else the only one",
            Arity = ArgumentArity.ZeroOrOne,
        };

    /// <summary>Where the project is.</summary>
    public Option<string?> Project { get; } = ProjectOption();

    /// <summary>Refuses an argument that begins as options do: the parser takes a misspelt option for the stack.</summary>
    public static void RefuseOption(Command command, ArgumentResult result)
    {
        foreach (var token in result.Tokens)
            if (token.Value.StartsWith('-'))
                result.AddError(
                    $"{token.Value}: unknown option; {Suggestion.For(token.Value, [.. command.Options.Select(option => option.Name)])}"
                );
    }

    /// <summary>The option that says where the project is.</summary>
    public static Option<string?> ProjectOption() =>
        new("--project")
        {
            Description = "Folder of Pulumi.yaml, or one below it. Default: the current one, else this repository",
            HelpName = "DIR",
        };

    /// <summary>The option that says what the stack's outputs are.</summary>
    public static Option<string?> OutputsOption() =>
        new("--outputs")
        {
            Description = "The stack's outputs, as pulumi stack output --json prints them. Default: pulumi is asked",
            HelpName = "FILE",
        };

    /// <summary>The option that asks for a document.</summary>
    public static Option<bool> JsonOption(string description) => new("--json") { Description = description };

    /// <summary>The stack that the arguments mean.</summary>
    public StackTarget Target(ParseResult arguments) => StackTarget.Of(arguments.GetValue(Project), arguments.GetValue(Stack));
}
