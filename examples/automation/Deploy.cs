using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Automation;

namespace Automation.Example;

/// <summary>Shows what a deployment would do, and does it if that is wanted.</summary>
/// <param name="stack">The stack.</param>
/// <param name="output">Where it is shown.</param>
internal sealed class Deploy(WorkspaceStack stack, TextWriter output)
{
    private const string Masked = "[secret]";

    /// <param name="isConfirmed">Whether it is done, too.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    public async Task RunAsync(bool isConfirmed, CancellationToken cancellationToken)
    {
        var lines = new EventLines(output);
        var preview = await stack.PreviewAsync(new() { OnEvent = lines.Show, Color = "never" }, cancellationToken);
        await output.WriteLineAsync($"{stack.Name}: {Counts(preview.ChangeSummary)}");
        if (!isConfirmed)
        {
            await output.WriteLineAsync("Nothing was changed; --yes does it.");
            return;
        }

        var up = await stack.UpAsync(new() { OnEvent = lines.Show, Color = "never" }, cancellationToken);
        foreach (var (name, value) in up.Outputs.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            await output.WriteLineAsync($"{name}: {(value.IsSecret ? Masked : Text(value.Value))}");
        await output.WriteLineAsync($"{stack.Name}: {up.Summary.Result.ToString().ToLowerInvariant()}");
    }

    private static string Counts(IImmutableDictionary<OperationType, int> changes) =>
        changes.Count == 0
            ? "nothing to do"
            : string.Join(
                ", ",
                changes
                    .OrderBy(change => change.Key == OperationType.Same)
                    .ThenBy(change => change.Key)
                    .Select(change => $"{change.Value} {change.Key.ToString().ToLowerInvariant()}")
            );

    private static string Text(object value) => value as string ?? JsonSerializer.Serialize(value);
}
