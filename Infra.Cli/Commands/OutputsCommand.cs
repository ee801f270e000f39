using System.Collections.Immutable;
using System.CommandLine;
using Engine;
using Engine.Text;
using Infra.Cli.Deploying;
using Infra.Cli.Output;

namespace Infra.Cli.Commands;

/// <summary><c>infra outputs</c>: what a deployed stack says of itself.</summary>
internal sealed class OutputsCommand : InfraCommand
{
    private readonly StackArguments _stack;

    private readonly Option<string?> _name = new("--name")
    {
        Description = "Only this output, as it is, for scripts",
        HelpName = "OUTPUT",
    };

    private readonly Option<bool> _secrets = new("--show-secrets")
    {
        Description = "Secrets too, in the clear. Default: [secret]",
    };
    private readonly Option<bool> _json = StackArguments.JsonOption("The outputs as JSON");

    /// <summary>Describes the command.</summary>
    public OutputsCommand(Screen screen)
        : base("outputs", "Shows the outputs of a deployed stack, secrets masked. Needs the pulumi CLI.", screen)
    {
        _stack = new StackArguments(this);
        foreach (var option in (Option[])[_name, _secrets, _json])
            Add(option);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [new("outputs prod", "every output, a line each"), new("outputs dev --name url", "one of them, for a script")];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var target = _stack.Target(arguments);
        var secrets = arguments.GetValue(_secrets);
        DeployTools.Require("pulumi");
        using var stack = await DeployedStack.OpenAsync(target, cancellationToken);
        var outputs = await stack.OutputsAsync(cancellationToken);
        if (arguments.GetValue(_name) is { } name)
        {
            if (!outputs.TryGetValue(name, out var one))
                throw new InputException(
                    "--name",
                    [$"got {ValueText.Quoted(name)}, want an output of {stack.Name}; {Suggestion.For(name, [.. outputs.Keys])}"]
                );
            outputs = outputs.Clear().Add(name, one);
            if (!arguments.GetValue(_json))
            {
                Screen.Out.WriteLine(OutputTable.Text(one, secrets));
                return ExitCodes.Fine;
            }
        }
        if (arguments.GetValue(_json))
            Json.Write(
                Screen.Document,
                writer =>
                {
                    writer.WriteStartObject();
                    OutputTable.Write(writer, outputs, secrets);
                    writer.WriteEndObject();
                }
            );
        else if (outputs.Count == 0)
            Screen.Out.WriteLine($"{stack.Name} has no outputs: it is not deployed yet", Style.Faint);
        else
            OutputTable.Write(Screen.Out, outputs, secrets);
        return ExitCodes.Fine;
    }
}
