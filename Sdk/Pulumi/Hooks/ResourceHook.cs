namespace Pulumi;

/// <summary>A function to run around operations on resources. Making one throws: it needs the official SDK, see docs/sdk.md.</summary>
public class ResourceHook
{
    /// <summary>Refused.</summary>
    /// <param name="name">Name of the hook.</param>
    /// <param name="callback">The function.</param>
    /// <param name="options">How it behaves.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public ResourceHook(string name, ResourceHookCallback callback, ResourceHookOptions? options = null)
        : this(name, callback, options ?? new(), Task.CompletedTask) => throw OfficialSdkOnly.Refuse("A resource hook");

    /// <summary>A hook that is registered elsewhere.</summary>
    /// <param name="name">Name of the hook.</param>
    /// <param name="callback">The function.</param>
    /// <param name="options">How it behaves.</param>
    /// <param name="registered">Ends when it is registered.</param>
    protected ResourceHook(string name, ResourceHookCallback callback, ResourceHookOptions options, Task registered)
    {
        ArgumentNullException.ThrowIfNull(registered);
        (Name, Callback, Options) = (name, callback, options);
    }

    /// <summary>Name of the hook.</summary>
    public string Name { get; }

    /// <summary>The function.</summary>
    public ResourceHookCallback Callback { get; }

    /// <summary>How it behaves.</summary>
    public ResourceHookOptions Options { get; }
}
