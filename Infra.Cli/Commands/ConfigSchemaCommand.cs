using System.Collections.Immutable;
using System.CommandLine;
using Infra.Cli.Output;
using Infra.Cli.Programs;

namespace Infra.Cli.Commands;

/// <summary><c>infra config schema</c>: the settings of a system as a JSON Schema, for editors.</summary>
internal sealed class ConfigSchemaCommand : InfraCommand
{
    private const string DefaultSystem = "idp-server";

    private readonly Argument<string> _system = new("system")
    {
        Description = $"The system. Default: {DefaultSystem}",
        DefaultValueFactory = _ => DefaultSystem,
    };

    /// <summary>Describes the command.</summary>
    public ConfigSchemaCommand(Screen screen)
        : base(
            "schema",
            "Prints the JSON Schema of a system's settings, with which an editor completes and checks a stack file.",
            screen
        ) => Add(_system);

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [
        new("config schema idp-server", "the schema of the map under the key settings"),
        new("config schema", $"the same: {DefaultSystem} where no system is named"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var answer = await ProgramAnswer.AskAsync(
            ["settings-schema", arguments.GetRequiredValue(_system)],
            null,
            cancellationToken
        );
        if (answer.ExitCode != ExitCodes.Fine)
            throw new CommandException(ExitCodes.BadInput, answer.Complaints.TrimEnd());
        Screen.Document.Write(answer.Text);
        return ExitCodes.Fine;
    }
}
