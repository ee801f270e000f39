using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The outputs of another stack.</summary>
public class StackReference : CustomResource
{
    /// <summary>Reads the other stack.</summary>
    /// <param name="name">Name of this resource.</param>
    /// <param name="args">Which stack. Default: the one called as this resource.</param>
    /// <param name="options">Its options. Default: none.</param>
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = args?.Name ?? name },
            CustomResourceOptions.Merge(options, new() { Id = args?.Name ?? name })
        ) { }

    /// <summary>Name of the other stack.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>Its outputs; secret as a whole if one of them is.</summary>
    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    /// <summary>Names of its outputs that are secret.</summary>
    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    /// <summary>One output; nothing if the stack does not have it. Secret only if that output is.</summary>
    /// <param name="name">Name of the output.</param>
    public Output<object?> GetOutput(Input<string> name) =>
        Select<object?>(name, (outputs, key) => outputs.GetValueOrDefault(key));

    /// <summary>One output that the stack must have; otherwise the deployment fails. Secret only if that output is.</summary>
    /// <param name="name">Name of the output.</param>
    public Output<object> RequireOutput(Input<string> name) =>
        Select(
            name,
            (outputs, key) =>
                outputs.TryGetValue(key, out var value)
                    ? value
                    : throw new KeyNotFoundException($"Stack '{GetResourceName()}' has no output '{key}', which is required.")
        );

    /// <summary>One output with whether it is secret; neither value is set if the stack does not have it.</summary>
    /// <param name="name">Name of the output.</param>
    public async Task<StackReferenceOutputDetails> GetOutputDetailsAsync(string name)
    {
        var data = await GetOutput(name).DataAsync().ConfigureAwait(false);
        return data.IsSecret ? new() { SecretValue = data.Value } : new() { Value = data.Value };
    }

    /// <summary>The value of one output that is not secret; nothing if the stack does not have it.</summary>
    /// <param name="name">Name of the output.</param>
    /// <exception cref="InvalidOperationException">The output is secret; use <see cref="GetOutput"/>.</exception>
    public async Task<object?> GetValueAsync(Input<string> name) =>
        await PlainAsync(GetOutput(name), nameof(GetOutput)).ConfigureAwait(false);

    /// <summary>The value of one output that the stack must have and that is not secret.</summary>
    /// <param name="name">Name of the output.</param>
    /// <exception cref="InvalidOperationException">The output is secret; use <see cref="RequireOutput"/>.</exception>
    public Task<object> RequireValueAsync(Input<string> name) => PlainAsync(RequireOutput(name), nameof(RequireOutput));

    private static async Task<T> PlainAsync<T>(Output<T> output, string instead)
    {
        var data = await output.DataAsync().ConfigureAwait(false);
        return data.IsSecret
            ? throw new InvalidOperationException(
                $"This output of the stack is secret, so it has no plain value here; use {instead}."
            )
            : data.Value;
    }

    private Output<T> Select<T>(Input<string> name, Func<ImmutableDictionary<string, object>, string, T> select)
    {
        var both = Output.Tuple(Outputs, name.ToOutput());
        var value = both.Apply(tuple => select(tuple.Item1, tuple.Item2));
        return Output<T>.From(WithOwnSecrecyAsync(value, name));
    }

    private async ValueTask<OutputData<T>> WithOwnSecrecyAsync<T>(Output<T> value, Input<string> name)
    {
        var data = await value.DataAsync().ConfigureAwait(false);
        var key = await name.ToOutput().DataAsync().ConfigureAwait(false);
        var secrets = await SecretOutputNames.DataAsync().ConfigureAwait(false);
        var isSecret =
            key.IsKnown && secrets.IsKnown
                ? !secrets.Value.IsDefault && secrets.Value.Contains(key.Value)
                : (await Outputs.DataAsync().ConfigureAwait(false)).IsSecret;
        return data.WithSecret(isSecret);
    }
}
