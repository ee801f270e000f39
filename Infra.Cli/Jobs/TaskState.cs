using System.Text.Json;

namespace Infra.Cli.Jobs;

/// <summary>How a task is, in the words of ECS.</summary>
/// <param name="Status">PROVISIONING, PENDING, RUNNING … STOPPED.</param>
/// <param name="ExitCode">Of the job's container. Default: it has not ended, or never started.</param>
/// <param name="Reason">Why the task stopped and what the container adds to it. Default: nothing is said.</param>
internal sealed record TaskState(string Status, int? ExitCode, string? Reason)
{
    /// <summary>Whether nothing more will happen.</summary>
    public bool Stopped => Status == "STOPPED";

    /// <summary>Reads one task of <c>describe-tasks</c>.</summary>
    public static TaskState Of(JsonElement task, string container)
    {
        var own =
            task.TryGetProperty("containers", out var all) && all.ValueKind == JsonValueKind.Array
                ? all.EnumerateArray().FirstOrDefault(one => Text(one, "name") == container)
                : default;
        int? code =
            own.ValueKind == JsonValueKind.Object
            && own.TryGetProperty("exitCode", out var number)
            && number.TryGetInt32(out var value)
                ? value
                : null;
        var ofContainer = own.ValueKind == JsonValueKind.Object ? Text(own, "reason") : null;
        var reasons = new[] { Text(task, "stoppedReason"), ofContainer }
            .Where(reason => !string.IsNullOrEmpty(reason))
            .Distinct();
        var reason = string.Join("; ", reasons);
        return new(Text(task, "lastStatus") ?? "UNKNOWN", code, reason.Length == 0 ? null : reason);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
