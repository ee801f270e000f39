using System.Collections.Immutable;
using Engine.Planning;
using Engine.Values;

namespace Review.Export.Terraform;

/// <summary>One resource of a plan in Terraform's words.</summary>
internal sealed record ExportedResource
{
    /// <summary>What happens to it.</summary>
    public required PlanStep Step { get; init; }

    /// <summary>The module it lies in.</summary>
    public required Module Module { get; init; }

    /// <summary>Its type, for example <c>aws_vpc</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Its name, unique for its type in its module.</summary>
    public required string Name { get; init; }

    /// <summary>The package it comes from, which is also the short name of Terraform's provider.</summary>
    public required string Package { get; init; }

    /// <summary>The key of its provider's configuration.</summary>
    public required string ProviderKey { get; init; }

    /// <summary>Whether it is read and not managed: a data source.</summary>
    public bool IsData => Step.Op == StepOp.Read;

    /// <summary>How a module's own resources name it.</summary>
    public string LocalAddress => IsData ? $"data.{Type}.{Name}" : $"{Type}.{Name}";

    /// <summary>Its address in the whole plan.</summary>
    public string Address => Module.Inside(LocalAddress);

    /// <summary>What was, stand-ins resolved. Default: it was not there.</summary>
    public ObjectValue? Before { get; set; }

    /// <summary>What will be, stand-ins resolved: an unknown is what only AWS makes up. Default: it is deleted.</summary>
    public ObjectValue? After { get; set; }

    /// <summary>What the program set, stand-ins and all.</summary>
    public ObjectValue Configured { get; set; } = ObjectValue.Empty;

    /// <summary>For each attribute the URNs that its value came from.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> DependsOn { get; set; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);
}
