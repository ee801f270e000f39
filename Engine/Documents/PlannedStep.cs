using System.Collections.Immutable;
using System.Text.Json;
using Engine.Planning;
using Engine.Text;

namespace Engine.Documents;

/// <summary>One step of a saved plan, without its values: those are in the resources beside it.</summary>
/// <param name="Op">What happens, in Pulumi's word.</param>
/// <param name="Urn">To whom.</param>
/// <param name="Paths">Which properties differ, sorted. Default: none, or nobody compared them.</param>
public sealed record PlannedStep(string Op, string Urn, ImmutableArray<string> Paths)
{
    /// <summary>The steps of a plan that do something, in its order.</summary>
    public static ImmutableArray<PlannedStep> Of(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            .. plan
                .Steps.Where(step => !step.Internal && step.Op != StepOp.Same)
                .Select(step => new PlannedStep(step.Op.Word(), step.Urn, [.. step.DetailedDiff?.Keys ?? []])),
        ];
    }

    /// <inheritdoc/>
    public bool Equals(PlannedStep? other) =>
        other is not null && Op == other.Op && Urn == other.Urn && Paths.SequenceEqual(other.Paths, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Op, Urn, Paths.Length);

    internal void Write(PulumiJsonWriter writer)
    {
        writer.StartObject();
        writer.Name("op");
        writer.String(Op);
        writer.Name("urn");
        writer.String(Urn);
        if (!Paths.IsEmpty)
        {
            writer.Name("paths");
            writer.StartArray();
            foreach (var path in Paths)
                writer.String(path);
            writer.EndArray();
        }
        writer.EndObject();
    }

    /// <summary>Reads the steps of a plan file. Default: it holds none.</summary>
    /// <exception cref="FormatException">They have another form.</exception>
    internal static ImmutableArray<PlannedStep>? Read(JsonElement marker)
    {
        if (!marker.TryGetProperty("steps", out var steps))
            return null;
        try
        {
            return [.. steps.EnumerateArray().Select(One)];
        }
        catch (Exception error) when (error is InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("infra.steps: got another form, want a list of {op, urn, paths}");
        }
    }

    private static PlannedStep One(JsonElement step) =>
        new(
            step.GetProperty("op").GetString() ?? "",
            step.GetProperty("urn").GetString() ?? "",
            step.TryGetProperty("paths", out var paths) ? [.. paths.EnumerateArray().Select(path => path.GetString() ?? "")] : []
        );
}
