namespace Pulumi;

/// <summary>Base of the properties of a resource. Each is an <see cref="Input{T}"/> or one of its kin.</summary>
public abstract class ResourceArgs : InputArgs
{
    /// <summary>No properties.</summary>
    public static readonly ResourceArgs Empty = new EmptyArgs();

    /// <inheritdoc/>
    protected ResourceArgs() { }

    private sealed class EmptyArgs : ResourceArgs;
}
