using System.Collections.Immutable;
using System.CommandLine;
using Engine;
using Infra.Cli.Backends;
using Infra.Cli.Deployed;
using Infra.Cli.Output;
using Infra.Cli.Programs;
using Infra.Cli.Stacks;

namespace Infra.Cli.Commands;

/// <summary><c>infra state init</c>: an account's bucket for state, made by the stack that is then kept in it; or a folder, for trials.</summary>
internal sealed class StateInitCommand : InfraCommand, ILongCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly StackArguments _stack;
    private readonly Option<bool> _json = StackArguments.JsonOption("What to put where as JSON, to standard output");

    private readonly Option<bool> _local = new("--local")
    {
        Description = "A backend in a folder of this machine, for trials. Any stack but production's",
    };

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Shows the command lines and runs none; needs neither tools nor account",
    };

    private readonly Option<bool> _yes = new("--yes") { Description = "Goes ahead without asking for the stack's name" };

    /// <summary>Describes the command.</summary>
    public StateInitCommand(Screen screen)
        : base(
            "init",
            "Makes the bucket and the key for the state of an account: deploys the bootstrap stack from a folder, then moves its state into the bucket. Run again after a failure it goes on.",
            screen
        )
    {
        _stack = new StackArguments(this);
        foreach (var option in (Option[])[_local, _dryRun, _yes, _json])
            Add(option);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [
        new("state init bootstrap-prod --dry-run", "what would be done for the account of production"),
        new("state init dev --local --dry-run", "the same for a trial on this machine"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var target = _stack.Target(arguments);
        var (dryRun, json) = (arguments.GetValue(_dryRun), arguments.GetValue(_json));
        if (dryRun && json)
            throw new InputException("infra state init", ["got --dry-run and --json, want one of them"]);
        var report = new StateReport(Screen, target, json);
        if (arguments.GetValue(_local))
            return await LocalAsync(target, report, dryRun, cancellationToken);

        var place = StatePlace.Of(target, await ReviewedPlan.MakeAsync(target, null, cancellationToken));
        var steps = StateSteps.Of(target, place);
        report.Plan(place, steps, dryRun);
        if (dryRun)
            return ExitCodes.Fine;

        await steps.Local.AskAsync(["version"], cancellationToken); // missing tools are known before anything is done
        var aws = new AwsCli(place.Region, target.Project.Directory, Pause);
        AccountGuard.Check(target, null, await aws.CallerAsync(cancellationToken));
        var init = new StateInit(target, place, aws, Screen.Error);
        var moved = await init.IsMovedAsync(cancellationToken);
        if (!moved && !arguments.GetValue(_yes))
            await report.ConfirmAsync(cancellationToken);
        await init.RunAsync(moved, cancellationToken);
        report.Done(place.BackendUrl, place.SecretsProvider);
        return ExitCodes.Fine;
    }

    private async Task<int> LocalAsync(StackTarget target, StateReport report, bool dryRun, CancellationToken cancellationToken)
    {
        var local = new LocalState(target);
        if (dryRun)
        {
            Screen.Out.WriteLine(local.Text);
            return ExitCodes.Fine;
        }
        local.Check();
        await local.RunAsync(Screen.Error, cancellationToken);
        report.Done(local.Url, "passphrase");
        return ExitCodes.Fine;
    }
}
