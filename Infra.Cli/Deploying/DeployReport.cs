using System.Text.Json;
using Infra.Cli.Deploying.Progress;
using Infra.Cli.Output;
using Pulumi.Automation;

namespace Infra.Cli.Deploying;

/// <summary>What came of a deployment.</summary>
/// <param name="stack">The stack.</param>
/// <param name="time">How long it took.</param>
internal sealed class DeployReport(DeployedStack stack, TimeSpan time)
{
    /// <summary>Tells people, and programs where they asked.</summary>
    public void Tell(Screen screen, UpResult result, DeployProgress progress, bool json)
    {
        var people = screen.People(json);
        people.WriteLine();
        people.WriteLine(
            new Line().Add($"{stack.Name}: deployed", Style.Good).Add($", {Changes(result.Summary)} ({Words.Time(time)})")
        );
        if (json)
            Json.Write(screen.Document, writer => Document(writer, result, progress));
        else if (result.Outputs.Count > 0)
        {
            people.WriteLine();
            OutputTable.Write(people, Outputs(result), showSecrets: false);
        }
    }

    private void Document(Utf8JsonWriter writer, UpResult result, DeployProgress progress)
    {
        writer.WriteStartObject();
        writer.WriteString("stack", stack.Name);
        writer.WriteString("result", result.Summary.Result.ToString().ToLowerInvariant());
        writer.WriteNumber("resources", progress.Done);
        writer.WriteStartObject("changes");
        foreach (var (op, count) in Counts(result.Summary))
            writer.WriteNumber(op, count);
        writer.WriteEndObject();
        writer.WriteStartObject("outputs");
        OutputTable.Write(writer, Outputs(result), showSecrets: false);
        writer.WriteEndObject();
        writer.WriteNumber("seconds", Math.Round(time.TotalSeconds, 1));
        writer.WriteEndObject();
    }

    private static string Changes(UpdateSummary summary)
    {
        var counts = Counts(summary).Where(count => count.Op != "same").Select(count => $"{count.Count} {count.Op}").ToList();
        return counts.Count == 0 ? "nothing changed" : string.Join(", ", counts);
    }

    private static IEnumerable<(string Op, int Count)> Counts(UpdateSummary summary) =>
        (summary.ResourceChanges ?? System.Collections.Immutable.ImmutableDictionary<OperationType, int>.Empty)
            .Select(change => (Op: change.Key.ToString().ToLowerInvariant(), Count: change.Value))
            .OrderBy(change => change.Op, StringComparer.Ordinal);

    private static Dictionary<string, OutputValue> Outputs(UpResult result) => new(result.Outputs, StringComparer.Ordinal);
}
