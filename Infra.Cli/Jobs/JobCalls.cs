using System.Text.Json;
using Infra.Cli.Deployed;
using Infra.Cli.Tools;

namespace Infra.Cli.Jobs;

/// <summary>The few calls to AWS that a job needs. Asking twice does no harm: run-task carries a client token.</summary>
internal sealed class JobCalls(AwsCli aws)
{
    /// <summary>Starts a task and returns its ARN.</summary>
    public async Task<string> RunTaskAsync(JobTarget job, string startedBy, CancellationToken cancellationToken)
    {
        var answer = await aws.CallAsync(
            ["ecs", "run-task", "--cli-input-json", TaskRequest.Json(job, startedBy)],
            cancellationToken
        );
        if (answer.Items("tasks").FirstOrDefault() is { ValueKind: JsonValueKind.Object } task && task.Text("taskArn") is { } arn)
            return arn;
        var failures = answer
            .Items("failures")
            .Select(failure => string.Join(", ", new[] { failure.Text("reason"), failure.Text("detail") }.OfType<string>()));
        var why = string.Join("; ", failures);
        throw new CommandException(
            ExitCodes.ProgramFailed,
            $"{job.Key}: ECS started no task: {(why.Length == 0 ? "it gave no reason" : why)}"
        );
    }

    /// <summary>How a task is.</summary>
    public async Task<TaskState> DescribeAsync(JobTarget job, string task, CancellationToken cancellationToken)
    {
        var answer = await aws.CallAsync(["ecs", "describe-tasks", "--cluster", job.Cluster, "--tasks", task], cancellationToken);
        return answer.Items("tasks").FirstOrDefault() is { ValueKind: JsonValueKind.Object } one
            ? TaskState.Of(one, job.Container)
            : throw new CommandException(
                ExitCodes.ProgramFailed,
                $"{job.Key}: ECS no longer knows {task}; its log is in {job.LogGroup}"
            );
    }

    /// <summary>What a log stream has behind a mark, and the next mark. Nothing where the stream does not exist yet.</summary>
    public async Task<(IReadOnlyList<string> Lines, string? Next)> LogAsync(
        JobTarget job,
        string stream,
        string? mark,
        CancellationToken cancellationToken
    )
    {
        string[] call =
        [
            "logs",
            "get-log-events",
            "--log-group-name",
            job.LogGroup,
            "--log-stream-name",
            stream,
            "--start-from-head",
        ];
        var ran = await aws.AskAsync(mark is null ? call : [.. call, "--next-token", mark], cancellationToken);
        if (ran.ExitCode != 0 && ran.Error.Contains("ResourceNotFoundException", StringComparison.Ordinal))
            return ([], null);
        var answer = AwsCli.Document(ran, call);
        return ([.. answer.Items("events").Select(one => one.Text("message") ?? "")], answer.Text("nextForwardToken"));
    }
}
