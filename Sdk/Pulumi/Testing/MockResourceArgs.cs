using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A resource that is made or read.</summary>
public class MockResourceArgs
{
    /// <summary>A resource without properties.</summary>
    public MockResourceArgs() { }

    /// <summary>Its type token.</summary>
    public string? Type { get; set; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>
    /// The properties that are known and not empty; secrets are in plain. A property that came from an output no mock answered is
    /// therefore missing, not wrong.
    /// </summary>
    public ImmutableDictionary<string, object> Inputs { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The provider, as <c>urn::id</c>; empty for the default one.</summary>
    public string? Provider { get; set; }

    /// <summary>The id it is read or imported by; empty if it is made.</summary>
    public string? Id { get; set; }
}
