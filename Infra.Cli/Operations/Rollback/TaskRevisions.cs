using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engine;
using Infra.Cli.Operations.Calls;
using Infra.Cli.Tools;

namespace Infra.Cli.Operations.Rollback;

/// <summary>The revisions of the task definitions of a stack.</summary>
internal sealed class TaskRevisions(OperatedStack stack)
{
    // What register-task-definition takes of what describe-task-definition tells.
    private static readonly string[] Registered =
    [
        "family",
        "taskRoleArn",
        "executionRoleArn",
        "networkMode",
        "containerDefinitions",
        "volumes",
        "placementConstraints",
        "requiresCompatibilities",
        "cpu",
        "memory",
        "pidMode",
        "ipcMode",
        "proxyConfiguration",
        "inferenceAccelerators",
        "ephemeralStorage",
        "runtimePlatform",
    ];

    /// <summary>The revision before one. Deregistered ones count: a deployment by Pulumi deregisters the revision that it replaces.</summary>
    /// <exception cref="CommandException">There is none.</exception>
    public async Task<TaskRevision> BeforeAsync(TaskRevision current, CancellationToken cancellationToken)
    {
        TaskRevision? best = null;
        foreach (var status in new[] { "ACTIVE", "INACTIVE" })
        {
            var answer = await stack.Aws.CallAsync(EcsCalls.Revisions(current.Family, status), cancellationToken);
            var found = answer
                .Items("taskDefinitionArns")
                .Select(arn => TaskRevision.In(arn.GetString() ?? ""))
                .OfType<TaskRevision>()
                // The prefix finds other families too.
                .Where(revision => revision.Family == current.Family && revision.Number < current.Number)
                .MaxBy(revision => revision.Number);
            best = found is not null && (best is null || found.Number > best.Number) ? found : best;
        }
        return best
            ?? throw new CommandException(
                ExitCodes.ProgramFailed,
                $"{current.Family}: there is no revision before {current.Number}, so there is nothing to go back to; deploy a version that works"
            );
    }

    /// <summary>The revision that somebody named.</summary>
    /// <exception cref="InputException">It is no number, or that of what serves.</exception>
    public static TaskRevision Named(TaskRevision current, string to)
    {
        var number = to.StartsWith($"{current.Family}:", StringComparison.Ordinal) ? to[(current.Family.Length + 1)..] : to;
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) || revision < 1)
            throw new InputException(
                "--to",
                [$"got {to}, want the number of a revision of {current.Family}, such as {Math.Max(1, current.Number - 1)}"]
            );
        return revision == current.Number
            ? throw new InputException("--to", [$"got {to}, which serves already"])
            : current.Other(revision);
    }

    /// <summary>What a revision is made of, and whether ECS still runs it.</summary>
    /// <exception cref="CommandException">There is no such revision.</exception>
    public async Task<(JsonElement Document, JsonElement Tags, bool Active)> ReadAsync(
        TaskRevision revision,
        CancellationToken cancellationToken
    )
    {
        var answer = await stack.Aws.CallAsync(EcsCalls.DescribeRevision(revision.Arn), cancellationToken);
        if (!answer.TryGetProperty("taskDefinition", out var document))
            throw new CommandException(ExitCodes.ProgramFailed, $"{revision.Short}: ECS tells nothing of it");
        answer.TryGetProperty("tags", out var tags);
        return (document, tags, document.Text("status") == "ACTIVE");
    }

    /// <summary>The document with which a revision is registered again.</summary>
    public static string Again(JsonElement document, JsonElement tags)
    {
        var again = new JsonObject();
        foreach (var name in Registered)
            if (document.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
                again[name] = JsonNode.Parse(value.GetRawText());
        if (tags.ValueKind == JsonValueKind.Array && tags.GetArrayLength() > 0)
            again["tags"] = JsonNode.Parse(tags.GetRawText());
        return again.ToJsonString();
    }
}
