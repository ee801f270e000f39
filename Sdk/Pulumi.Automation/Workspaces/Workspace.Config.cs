using System.Collections.Immutable;

namespace Pulumi.Automation;

public abstract partial class Workspace
{
    /// <summary>A setting of a stack, in the clear.</summary>
    /// <param name="stackName">The stack.</param>
    /// <param name="key">Its key; without a namespace it is the project's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Commands.Exceptions.CommandException">It is not set.</exception>
    public abstract Task<ConfigValue> GetConfigAsync(string stackName, string key, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="GetConfigAsync(string, string, CancellationToken)"/>
    /// <param name="path">Whether the key leads into an object or a list.</param>
    public virtual Task<ConfigValue> GetConfigAsync(
        string stackName,
        string key,
        bool path,
        CancellationToken cancellationToken = default
    ) => throw NoPaths();

    /// <summary>All settings of a stack, in the clear, by full key.</summary>
    /// <param name="stackName">The stack.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task<ImmutableDictionary<string, ConfigValue>> GetAllConfigAsync(
        string stackName,
        CancellationToken cancellationToken = default
    );

    /// <summary>Sets a setting of a stack. While the CLI runs, the value is in its command line.</summary>
    /// <param name="stackName">The stack.</param>
    /// <param name="key">Its key; without a namespace it is the project's.</param>
    /// <param name="value">Its value.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task SetConfigAsync(
        string stackName,
        string key,
        ConfigValue value,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="SetConfigAsync(string, string, ConfigValue, CancellationToken)"/>
    /// <param name="path">Whether the key leads into an object or a list.</param>
    public virtual Task SetConfigAsync(
        string stackName,
        string key,
        ConfigValue value,
        bool path,
        CancellationToken cancellationToken = default
    ) => throw NoPaths();

    /// <summary>Sets settings of a stack. While the CLI runs, the values are in its command line.</summary>
    /// <param name="stackName">The stack.</param>
    /// <param name="configMap">Values by key.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task SetAllConfigAsync(
        string stackName,
        IDictionary<string, ConfigValue> configMap,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="SetAllConfigAsync(string, IDictionary{string, ConfigValue}, CancellationToken)"/>
    /// <param name="path">Whether the keys lead into objects or lists.</param>
    public virtual Task SetAllConfigAsync(
        string stackName,
        IDictionary<string, ConfigValue> configMap,
        bool path,
        CancellationToken cancellationToken = default
    ) => throw NoPaths();

    /// <summary>Takes a setting of a stack away.</summary>
    /// <param name="stackName">The stack.</param>
    /// <param name="key">Its key; without a namespace it is the project's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task RemoveConfigAsync(string stackName, string key, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="RemoveConfigAsync(string, string, CancellationToken)"/>
    /// <param name="path">Whether the key leads into an object or a list.</param>
    public virtual Task RemoveConfigAsync(
        string stackName,
        string key,
        bool path,
        CancellationToken cancellationToken = default
    ) => throw NoPaths();

    /// <summary>Takes settings of a stack away.</summary>
    /// <param name="stackName">The stack.</param>
    /// <param name="keys">Their keys.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task RemoveAllConfigAsync(
        string stackName,
        IEnumerable<string> keys,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="RemoveAllConfigAsync(string, IEnumerable{string}, CancellationToken)"/>
    /// <param name="path">Whether the keys lead into objects or lists.</param>
    public virtual Task RemoveAllConfigAsync(
        string stackName,
        IEnumerable<string> keys,
        bool path,
        CancellationToken cancellationToken = default
    ) => throw NoPaths();

    /// <summary>Brings the file of a stack back to the configuration of its last run, and answers that.</summary>
    /// <param name="stackName">The stack.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task<ImmutableDictionary<string, ConfigValue>> RefreshConfigAsync(
        string stackName,
        CancellationToken cancellationToken = default
    );

    /// <summary>Adds environments of Pulumi ESC to the configuration of a stack.</summary>
    /// <param name="stackName">The stack.</param>
    /// <param name="environments">Their names.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">The CLI is too old for it.</exception>
    public abstract Task AddEnvironmentsAsync(
        string stackName,
        IEnumerable<string> environments,
        CancellationToken cancellationToken = default
    );

    /// <summary>Takes an environment of Pulumi ESC away from the configuration of a stack.</summary>
    /// <param name="stackName">The stack.</param>
    /// <param name="environment">Its name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">The CLI is too old for it.</exception>
    public abstract Task RemoveEnvironmentAsync(
        string stackName,
        string environment,
        CancellationToken cancellationToken = default
    );

    private NotSupportedException NoPaths() =>
        new($"{GetType().Name} knows no paths into settings; leave out the argument path.");
}
