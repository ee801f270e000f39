namespace Pulumi;

/// <summary>Base of the arguments of a function. They are plain, so that the function can be called at once.</summary>
public abstract class InvokeArgs : InputArgs
{
    /// <summary>No arguments.</summary>
    public static readonly InvokeArgs Empty = new EmptyArgs();

    /// <inheritdoc/>
    protected InvokeArgs() { }

    private sealed class EmptyArgs : InvokeArgs;
}
