using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>The outputs of a component or of the stack.</summary>
/// <param name="urn">Its URN.</param>
/// <param name="outputs">The outputs by name.</param>
public class MockRegisterResourceOutputsRequest(string urn, ImmutableDictionary<string, Output<object?>> outputs)
{
    /// <summary>Its URN.</summary>
    public readonly string Urn = urn;

    /// <summary>The outputs by name.</summary>
    public readonly ImmutableDictionary<string, Output<object?>> Outputs = outputs;
}
