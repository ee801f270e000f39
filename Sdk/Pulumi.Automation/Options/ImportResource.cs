namespace Pulumi.Automation;

/// <summary>A resource to import.</summary>
public class ImportResource
{
    /// <summary>Its type token.</summary>
    public string? Type { get; init; }

    /// <summary>Its name in the state.</summary>
    public string? Name { get; init; }

    /// <summary>Its name in the program. Default: <see cref="Name"/>.</summary>
    public string? LogicalName { get; init; }

    /// <summary>Its id at the provider. Default: none, for components.</summary>
    public string? Id { get; init; }

    /// <summary>Name of its parent. Default: the stack.</summary>
    public string? Parent { get; init; }

    /// <summary>Name of its provider. Default: the default provider.</summary>
    public string? Provider { get; init; }

    /// <summary>Version of the provider's plugin. Default: any.</summary>
    public string? Version { get; init; }

    /// <summary>The properties that go into the program. Default: those that must.</summary>
    public List<string>? Properties { get; init; }

    /// <summary>Whether it is a component. Default: it is not.</summary>
    public bool? Component { get; init; }

    /// <summary>Whether it is a component that a provider makes. Default: it is not.</summary>
    public bool? Remote { get; init; }
}
