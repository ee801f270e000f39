namespace Pulumi;

/// <summary>The hooks of a resource, by the moment they run at.</summary>
public class ResourceHookBinding
{
    /// <summary>No hooks.</summary>
    public ResourceHookBinding() { }

    /// <summary>Before it is made.</summary>
    public List<ResourceHook> BeforeCreate { get; set; } = [];

    /// <summary>After it is made.</summary>
    public List<ResourceHook> AfterCreate { get; set; } = [];

    /// <summary>Before it is changed.</summary>
    public List<ResourceHook> BeforeUpdate { get; set; } = [];

    /// <summary>After it is changed.</summary>
    public List<ResourceHook> AfterUpdate { get; set; } = [];

    /// <summary>Before it is deleted.</summary>
    public List<ResourceHook> BeforeDelete { get; set; } = [];

    /// <summary>After it is deleted.</summary>
    public List<ResourceHook> AfterDelete { get; set; } = [];

    /// <summary>After an operation failed.</summary>
    public List<ErrorHook> OnError { get; set; } = [];

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty =>
        BeforeCreate.Count == 0
        && AfterCreate.Count == 0
        && BeforeUpdate.Count == 0
        && AfterUpdate.Count == 0
        && BeforeDelete.Count == 0
        && AfterDelete.Count == 0
        && OnError.Count == 0;

    /// <summary>The same hooks; changing the lists of one does not change the other.</summary>
    public ResourceHookBinding Clone() => Concat(new());

    /// <summary>New hooks: these, then those of another.</summary>
    /// <param name="other">The other hooks.</param>
    public ResourceHookBinding Concat(ResourceHookBinding other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new()
        {
            BeforeCreate = [.. BeforeCreate, .. other.BeforeCreate],
            AfterCreate = [.. AfterCreate, .. other.AfterCreate],
            BeforeUpdate = [.. BeforeUpdate, .. other.BeforeUpdate],
            AfterUpdate = [.. AfterUpdate, .. other.AfterUpdate],
            BeforeDelete = [.. BeforeDelete, .. other.BeforeDelete],
            AfterDelete = [.. AfterDelete, .. other.AfterDelete],
            OnError = [.. OnError, .. other.OnError],
        };
    }
}
