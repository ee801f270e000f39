using System.Collections.Immutable;
using System.CommandLine;
using Infra.Cli.Deployed;
using Infra.Cli.Jobs;
using Infra.Cli.Output;
using Infra.Cli.Stacks;

namespace Infra.Cli.Commands;

/// <summary>One job of <c>infra db</c>: runs it in AWS and follows it.</summary>
internal sealed class DbJobCommand : InfraCommand
{
    private readonly DbArguments _arguments;

    /// <summary>Describes the command.</summary>
    /// <param name="name">The job.</param>
    /// <param name="description">What it does, in a sentence.</param>
    /// <param name="screen">Where it writes.</param>
    public DbJobCommand(string name, string description, Screen screen)
        : base(name, description, screen)
    {
        _arguments = new DbArguments(this);
        Examples =
        [
            new($"db {name} dev", "runs it and shows its log"),
            new($"db {name} prod --json", "how it ended, for a script; the log goes to standard error"),
        ];
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var interval = _arguments.Interval(arguments);
        var json = _arguments.Json(arguments);
        var target = _arguments.Target(arguments);
        var (outputs, source) = await StackOutputs.ReadAsync(target, _arguments.Outputs(arguments), cancellationToken);
        var job = JobTarget.Of(outputs, $"db-{Name}", source);
        var aws = new AwsCli(job.Region, target.Project.Directory, interval);
        AccountGuard.Check(target, job.AccountId, await aws.CallerAsync(cancellationToken));

        var outcome = await new JobRun(new(aws), job, Screen.People(json), Screen.Error, interval).ToTheEndAsync(
            cancellationToken
        );
        if (json)
            Json.Write(Screen.Document, writer => Document(writer, target, job, outcome));
        return Verdict(job, outcome);
    }

    private int Verdict(JobTarget job, JobOutcome outcome)
    {
        var code = outcome.ExitCode(Name);
        var (text, style) = (code, outcome.State.ExitCode) switch
        {
            (ExitCodes.Fine, _) => ("done", Style.Good),
            (ExitCodes.Findings, _) => ("findings, see its log above", Style.Change),
            (_, null) => ($"failed, the container never ran: {outcome.State.Reason ?? "ECS gives no reason"}", Style.Danger),
            (_, { } ended) => ($"failed with exit code {ended}: {outcome.State.Reason ?? "see its log above"}", Style.Danger),
        };
        Screen.Error.WriteLine($"{job.Key}: {text} ({Words.Time(outcome.Time)})", style);
        return code;
    }

    private static void Document(System.Text.Json.Utf8JsonWriter writer, StackTarget target, JobTarget job, JobOutcome outcome)
    {
        writer.WriteStartObject();
        writer.WriteString("stack", target.File.Stack);
        writer.WriteString("job", job.Key);
        writer.WriteString("task", outcome.Task);
        if (outcome.State.ExitCode is { } code)
            writer.WriteNumber("exitCode", code);
        else
            writer.WriteNull("exitCode");
        writer.WriteString("stoppedReason", outcome.State.Reason);
        writer.WriteString("logGroup", job.LogGroup);
        writer.WriteString("logStream", job.LogStream(outcome.Task));
        writer.WriteNumber("seconds", Math.Round(outcome.Time.TotalSeconds, 1));
        writer.WriteEndObject();
    }
}
