using System.Collections.Immutable;
using System.CommandLine;
using Infra.Cli.Deployed;
using Infra.Cli.Jobs;
using Infra.Cli.Output;
using Infra.Cli.Stacks;

namespace Infra.Cli.Commands;

/// <summary><c>infra db</c>: runs one of the stack's database jobs in AWS and follows it.</summary>
internal sealed class DbCommand : InfraCommand
{
    private readonly DbArguments _arguments;

    /// <summary>Describes the command.</summary>
    public DbCommand(Screen screen)
        : base(
            "db",
            "Runs a database job of a deployed stack as a one-off task in AWS and follows its log. Needs the aws CLI and, unless --outputs is given, pulumi.",
            screen
        ) => _arguments = new DbArguments(this);

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [
        new("db migrate --stack dev", "the migrations, as the owner of the schema"),
        new("db verify --stack prod --json", "the audit of tenant isolation; exit code 1 when it finds something"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var name = _arguments.Job(arguments);
        var interval = _arguments.Interval(arguments);
        var json = _arguments.Json(arguments);
        var target = _arguments.Target(arguments);
        var (outputs, source) = await StackOutputs.ReadAsync(target, _arguments.Outputs(arguments), cancellationToken);
        var job = JobTarget.Of(outputs, $"db-{name}", source);
        var aws = new AwsCli(job.Region, target.Project.Directory, interval);
        AccountGuard.Check(target, job.AccountId, await aws.CallerAsync(cancellationToken));

        var outcome = await new JobRun(new(aws), job, Screen.People(json), Screen.Error, interval).ToTheEndAsync(
            cancellationToken
        );
        if (json)
            Json.Write(Screen.Document, writer => Document(writer, target, job, outcome));
        return Verdict(name, job, outcome);
    }

    private int Verdict(string name, JobTarget job, JobOutcome outcome)
    {
        var code = outcome.ExitCode(name);
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
