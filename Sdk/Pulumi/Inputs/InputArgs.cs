namespace Pulumi;

/// <summary>Base of everything with properties that are sent to the engine. They are marked with <see cref="InputAttribute"/>.</summary>
public abstract class InputArgs
{
    /// <summary>No properties set.</summary>
    protected InputArgs() { }

    /// <summary>The properties to send, by the engine's names; a value may be an input, an output or plain.</summary>
    internal virtual IEnumerable<KeyValuePair<string, object?>> Properties() => ArgsPlan.Of(GetType()).Read(this);
}
