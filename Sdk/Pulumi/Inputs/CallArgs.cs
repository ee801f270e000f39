namespace Pulumi;

/// <summary>Base of the arguments of a method of a resource.</summary>
public abstract class CallArgs : InputArgs
{
    /// <summary>No arguments.</summary>
    public static readonly CallArgs Empty = new EmptyArgs();

    /// <inheritdoc/>
    protected CallArgs() { }

    private sealed class EmptyArgs : CallArgs;
}
