namespace Pulumi;

/// <summary>A function to run after a failed operation. Making one throws: it needs the official SDK, see docs/sdk.md.</summary>
public class ErrorHook
{
    /// <summary>Refused.</summary>
    /// <param name="name">Name of the hook.</param>
    /// <param name="callback">The function.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public ErrorHook(string name, ErrorHookCallback callback)
        : this(name, callback, Task.CompletedTask) => throw OfficialSdkOnly.Refuse("An error hook");

    /// <summary>A hook that is registered elsewhere.</summary>
    /// <param name="name">Name of the hook.</param>
    /// <param name="callback">The function.</param>
    /// <param name="registered">Ends when it is registered.</param>
    protected internal ErrorHook(string name, ErrorHookCallback callback, Task registered)
    {
        ArgumentNullException.ThrowIfNull(registered);
        (Name, Callback) = (name, callback);
    }

    /// <summary>Name of the hook.</summary>
    public string Name { get; }

    /// <summary>The function.</summary>
    public ErrorHookCallback Callback { get; }
}
