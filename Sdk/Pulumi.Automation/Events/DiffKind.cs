namespace Pulumi.Automation.Events;

/// <summary>What happens to a property.</summary>
public enum DiffKind
{
    /// <summary>It is added.</summary>
    Add = 0,

    /// <summary>It is added, which replaces the resource.</summary>
    AddReplace = 1,

    /// <summary>It is taken away.</summary>
    Delete = 2,

    /// <summary>It is taken away, which replaces the resource.</summary>
    DeleteReplace = 3,

    /// <summary>Its value changes.</summary>
    Update = 4,

    /// <summary>Its value changes, which replaces the resource.</summary>
    UpdateReplace = 5,
}
