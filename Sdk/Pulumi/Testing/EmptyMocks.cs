using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>Mocks that answer nothing: resources without id and outputs, functions without result.</summary>
public class EmptyMocks : IMocks
{
    /// <summary>Answers nothing.</summary>
    public EmptyMocks() { }

    /// <inheritdoc/>
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) =>
        Task.FromResult<(string?, object)>((null, ImmutableDictionary<string, object>.Empty));

    /// <inheritdoc/>
    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(ImmutableDictionary<string, object>.Empty);
}
