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
    /// <param name="step">The step as planned.</param>
    /// <param name="blank">The outputs of the type of which nothing is known.</param>
    /// <param name="assume">What to put in the place of what is unknown; see <see cref="Previewing.PreviewOptions.Assume"/>.</param>
    public static PlanStep Fill(PlanStep step, ObjectValue? blank, Func<ResourceState, string, PropertyValue?>? assume = null)
    {
        if (step.New is not { Custom: true } state)
            return step;
        if (step is { Op: StepOp.Same, Old: { } old })
        {
            // A plan file holds neither what was unknown nor secrets: of those the same is assumed as when it was made.
            var same = state with
            {
                Id = old.Id,
                Outputs = old.Outputs,
            };
            return step with { New = assume is null ? same : Assumed(same, assume) };
        }
        var keeps = step.Op == StepOp.Update ? step.Old : null;
        var filled = state with { Id = state.Id ?? keeps?.Id, Outputs = Outputs(state, keeps, blank) };
        return step with { New = assume is null ? filled : Assumed(filled, assume) };
    }

    private static ResourceState Assumed(ResourceState state, Func<ResourceState, string, PropertyValue?> assume)
    {
        var outputs = state.Outputs.Properties;
        foreach (var (name, output) in outputs)
            if (output.Unwrap() is UnknownValue && assume(state, name) is { } value)
                outputs = outputs.SetItem(name, output is SecretValue ? SecretValue.Of(value) : value);
        return state with { Id = state.Id ?? assume(state, "id").AsText(), Outputs = new ObjectValue(outputs) };
    }

    private static ObjectValue Outputs(ResourceState state, ResourceState? before, ObjectValue? blank)
    {
        if (Urns.IsProviderType(state.Type) || blank is null)
            return Sealed(state, state.Inputs);
        var outputs = blank.Properties.ToBuilder();
        foreach (var (name, input) in state.Inputs.Properties)
            if (input is not NullValue && blank[name] is { } output)
                outputs[name] = output is SecretValue ? SecretValue.Of(input) : input;
        if (before is not null)
            foreach (var (name, kept) in before.Outputs.Properties)
                if (state.Inputs[name] is null or NullValue && before.Inputs[name] is null && blank[name] is { } output)
                    outputs[name] = output is SecretValue ? SecretValue.Of(kept) : kept;
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
