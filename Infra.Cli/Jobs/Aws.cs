using System.Text.Json;
using Infra.Cli.Tools;

namespace Infra.Cli.Jobs;

/// <summary>The few calls to AWS that a job needs, through its command line: the SDK's ECS and logs packages are not in every feed.</summary>
/// <param name="region">The region of the stack.</param>
/// <param name="folder">Where the tool runs.</param>
/// <param name="pause">How long to wait before asking again; doubled each time.</param>
internal sealed class Aws(string region, string folder, TimeSpan pause)
{
    private const int Attempts = 5;

    private static readonly Tool Program = new(
        "aws",
        "install AWS CLI version 2: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html"
    );

    // AWS asks to come back later, or could not be reached for a moment; asking again does no harm, run-task carries a client token.
    private static readonly string[] Passing =
    [
        "Throttling",
        "TooManyRequests",
        "Rate exceeded",
        "RequestLimitExceeded",
        "ServiceUnavailable",
        "ServerException",
        "Could not connect to the endpoint",
        "Connection was closed",
        "Read timeout",
    ];

    /// <summary>The account and identity that the tool speaks as.</summary>
    public async Task<(string Account, string Arn)> CallerAsync(CancellationToken cancellationToken)
    {
        var answer = await CallAsync(["sts", "get-caller-identity"], cancellationToken);
        return (Text(answer, "Account") ?? "", Text(answer, "Arn") ?? "");
    }

    /// <summary>Starts a task and returns its ARN.</summary>
    public async Task<string> RunTaskAsync(JobTarget job, string startedBy, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(
            ["ecs", "run-task", "--cli-input-json", TaskRequest.Json(job, startedBy)],
            cancellationToken
        );
        if (
            Items(answer, "tasks").FirstOrDefault() is { ValueKind: JsonValueKind.Object } task
            && Text(task, "taskArn") is { } arn
        )
            return arn;
        var failures = Items(answer, "failures")
            .Select(failure => string.Join(", ", new[] { Text(failure, "reason"), Text(failure, "detail") }.OfType<string>()));
        var why = string.Join("; ", failures);
        throw new CommandException(
            ExitCodes.ProgramFailed,
            $"{job.Key}: ECS started no task: {(why.Length == 0 ? "it gave no reason" : why)}"
        );
    }

    /// <summary>How a task is.</summary>
    public async Task<TaskState> DescribeAsync(JobTarget job, string task, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(["ecs", "describe-tasks", "--cluster", job.Cluster, "--tasks", task], cancellationToken);
        return Items(answer, "tasks").FirstOrDefault() is { ValueKind: JsonValueKind.Object } one
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
        var ran = await AskAsync(mark is null ? call : [.. call, "--next-token", mark], cancellationToken);
        if (ran.ExitCode != 0 && ran.Error.Contains("ResourceNotFoundException", StringComparison.Ordinal))
            return ([], null);
        var answer = Document(ran, call);
        return ([.. Items(answer, "events").Select(one => Text(one, "message") ?? "")], Text(answer, "nextForwardToken"));
    }

    private async Task<JsonElement> CallAsync(string[] call, CancellationToken cancellationToken) =>
        Document(await AskAsync(call, cancellationToken), call);

    private async Task<ToolAnswer> AskAsync(string[] call, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var ran = await Program.RunAsync([.. call, "--region", region, "--output", "json"], folder, cancellationToken);
            var again =
                ran.ExitCode != 0
                && attempt < Attempts
                && Passing.Any(word => ran.Error.Contains(word, StringComparison.Ordinal));
            if (!again)
                return ran;
            await Task.Delay(pause * Math.Pow(2, attempt - 1), cancellationToken);
        }
    }

    private static JsonElement Document(ToolAnswer ran, string[] call)
    {
        var who = $"aws {call[0]} {call[1]}";
        return ran.ExitCode == 0
            ? ran.Json(who)
            : throw new CommandException(
                ExitCodes.ProgramFailed,
                $"{who}: {(ran.Error.Length == 0 ? $"exit code {ran.ExitCode}" : ran.Error)}"
            );
    }

    private static List<JsonElement> Items(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private static string? Text(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
