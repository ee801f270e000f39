using System.Collections.Immutable;
using Engine.Model;
using Engine.Planning;
using Engine.Values;

namespace Engine.Monitor;

/// <summary>What a provider would answer in a preview.</summary>
internal static class PreviewOutputs
{
    /// <summary>
    /// The step with id and outputs filled in. Unchanged resources keep theirs. Else: what was set is known, what a provider computes is
    /// unknown (or, of an update, as it was), and an output is secret when its input, the schema or the program says so.
    /// </summary>
    public static PlanStep Fill(PlanStep step, IReadOnlyList<OutputProperty>? schema)
    {
        if (step.New is not { Custom: true } state)
            return step;
        if (step is { Op: StepOp.Same, Old: { } old })
            return step with { New = state with { Id = old.Id, Outputs = old.Outputs } };
        var keeps = step.Op == StepOp.Update ? step.Old : null;
        return step with { New = state with { Id = state.Id ?? keeps?.Id, Outputs = Outputs(state, keeps, schema) } };
    }

    private static ObjectValue Outputs(ResourceState state, ResourceState? before, IReadOnlyList<OutputProperty>? schema)
    {
        if (Urns.IsProviderType(state.Type) || schema is null)
            return Sealed(state, state.Inputs);
        var outputs = ObjectValue.Empty.Properties.ToBuilder();
        foreach (var property in schema)
        {
            var input = state.Inputs[property.Name];
            var value =
                input is { } and not NullValue ? input
                : before?.Inputs[property.Name] is null && before?.Outputs[property.Name] is { } kept ? kept
                : property.Default ?? UnknownValue.Instance;
            outputs[property.Name] = property.Secret ? SecretValue.Of(value) : value;
        }
        return Sealed(state, new ObjectValue(outputs.ToImmutable()));
    }

    private static ObjectValue Sealed(ResourceState state, ObjectValue outputs)
    {
        if (state.AdditionalSecretOutputs.IsEmpty)
            return outputs;
        var properties = outputs.Properties;
        foreach (var name in state.AdditionalSecretOutputs)
            if (name != "id")
                properties = properties.SetItem(name, SecretValue.Of(properties.GetValueOrDefault(name, UnknownValue.Instance)));
        return new ObjectValue(properties);
    }
}
