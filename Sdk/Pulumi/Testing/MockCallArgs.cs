using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A call of a function or of a method.</summary>
public class MockCallArgs
{
    /// <summary>A call without arguments.</summary>
    public MockCallArgs() { }

    /// <summary>The function or method.</summary>
    public string? Token { get; set; }

    /// <summary>The arguments that are known and not empty; secrets are in plain.</summary>
    public ImmutableDictionary<string, object> Args { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The provider, as <c>urn::id</c>; empty for the default one.</summary>
    public string? Provider { get; set; }
}
