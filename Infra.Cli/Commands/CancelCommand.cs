using System.Collections.Immutable;
using System.CommandLine;
using Infra.Cli.Deploying;
using Infra.Cli.Output;

namespace Infra.Cli.Commands;

/// <summary><c>infra cancel</c>: frees a stack that an update holds whose process is gone.</summary>
internal sealed class CancelCommand : InfraCommand
{
    private readonly StackArguments _stack;
    private readonly Option<bool> _yes = UpArguments.YesOption();

    /// <summary>Describes the command.</summary>
    public CancelCommand(Screen screen)
        : base(
            "cancel",
            "Frees a stack that an update holds whose process is gone. An update that is still running is cut off in the middle. Needs the pulumi CLI.",
            screen
        )
    {
        _stack = new StackArguments(this);
        Add(_yes);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [
        new("cancel dev --yes", "shows the last update, and frees the stack without asking"),
        new("cancel prod --yes", "the same for another stack"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var target = _stack.Target(arguments);
        DeployTools.Require("pulumi");
        using var stack = await DeployedStack.OpenAsync(target, cancellationToken);
        if (await stack.LastUpdateAsync(cancellationToken) is { } last)
            Screen.Error.WriteLine(
                $"{stack.Name}: the last update began {last.StartTime:yyyy-MM-dd HH:mm:ss} UTC ({last.Kind.ToString().ToLowerInvariant()}, {last.Result.ToString().ToLowerInvariant()}): {last.Message}"
            );
        Screen.Error.WriteLine(
            "What an update cut off has begun stays in AWS and is named in the state as pending; infra refresh finds out what came of it.",
            Style.Change
        );
        if (!arguments.GetValue(_yes))
            await TypedWord.AskAsync(Screen.Error, stack.Name, "yes", cancellationToken);
        await stack.CancelAsync(cancellationToken);
        Screen.Out.WriteLine($"{stack.Name}: free again; run infra refresh {stack.Name} before the next infra up", Style.Good);
        return ExitCodes.Fine;
    }
}
