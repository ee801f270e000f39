using Infra.Cli.Deployed;
using Infra.Cli.Operations.Parts;
using Infra.Cli.Programs;
using Infra.Cli.Stacks;
using Infra.Cli.Tools;
using Review.Model;

namespace Infra.Cli.Operations;

/// <summary>A stack that somebody operates: what it is made of, and AWS to ask about it.</summary>
internal sealed class OperatedStack
{
    private readonly TimeSpan _interval;

    private OperatedStack(StackTarget target, StackModel model, string system, string region, TimeSpan interval)
    {
        (Target, Model, System, Region, _interval) = (target, model, system, region, interval);
        Parts = new PartsReader(model, system, region).Read();
        Aws = AwsIn(region);
    }

    /// <summary>The stack and its file.</summary>
    public StackTarget Target { get; }

    /// <summary>Its plan.</summary>
    public StackModel Model { get; }

    /// <summary>What can be operated.</summary>
    public StackParts Parts { get; }

    /// <summary>The system it builds.</summary>
    public string System { get; }

    /// <summary>Its region.</summary>
    public string Region { get; }

    /// <summary>AWS in its region.</summary>
    public AwsCli Aws { get; }

    /// <summary>Its name.</summary>
    public string Name => Target.File.Stack;

    /// <summary>Whether people live on it.</summary>
    public bool IsProduction => Production.Is(Target);

    /// <summary>Runs the program of a stack, offline, for the names in it.</summary>
    /// <param name="target">The stack.</param>
    /// <param name="interval">How long to wait between two looks at something in AWS.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<OperatedStack> OpenAsync(StackTarget target, TimeSpan interval, CancellationToken cancellationToken)
    {
        var region =
            target.Plain("aws:region")
            ?? throw new CommandException(
                ExitCodes.BadInput,
                $"{target.File.FileName}: aws:region: got nothing, want the region of the stack"
            );
        var system = target.Plain($"{target.Project.Name}:system") ?? target.Project.Name;
        var plan = await ReviewedPlan.MakeAsync(target, null, cancellationToken);
        return new(target, StackModel.Of(plan), system, region, interval);
    }

    /// <summary>AWS in another region.</summary>
    public AwsCli AwsIn(string region) => new(region, Target.Project.Directory, _interval);

    /// <summary>A call to AWS as people paste it into a shell.</summary>
    public string Text(IEnumerable<string> call) => CommandText.Of(["aws", .. call, "--region", Region]);

    /// <summary>Refuses to go on where the <c>aws</c> CLI speaks to another account than the stack's.</summary>
    /// <exception cref="CommandException">With exit code 3.</exception>
    public async Task GuardAsync(CancellationToken cancellationToken) =>
        AccountGuard.Check(Target, null, await Aws.CallerAsync(cancellationToken));

    /// <summary>Waits until it is time to look again.</summary>
    public Task PauseAsync(CancellationToken cancellationToken) => Task.Delay(_interval, cancellationToken);

    /// <summary>Says that the system has nothing of a kind.</summary>
    public CommandException Lacks(string what) => new(ExitCodes.BadInput, $"{Name}: {System} has {what}");
}
