using System.Collections.Immutable;
using Pulumi;

namespace Conformance.Tests.Programs;

/// <summary>A custom resource that takes whatever it is given.</summary>
internal sealed class Thing(string name, ImmutableDictionary<string, object?> inputs, CustomResourceOptions? options = null)
    : CustomResource(
        "test:index:Thing",
        name,
        new DictionaryResourceArgs(inputs),
        CustomResourceOptions.Merge(new() { Version = "1.2.3" }, options)
    )
{
    [Output("computed")]
    public Output<string> Computed { get; private set; } = null!;

    public static Thing Of(string name, params (string Key, object? Value)[] inputs) =>
        new(name, inputs.ToImmutableDictionary(input => input.Key, input => input.Value));
}
