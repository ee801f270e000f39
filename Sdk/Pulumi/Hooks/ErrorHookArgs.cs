using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an <see cref="ErrorHookCallback"/> is told.</summary>
/// <param name="urn">The resource's URN.</param>
/// <param name="id">The provider's id of it.</param>
/// <param name="name">Its name.</param>
/// <param name="type">Its type token.</param>
/// <param name="newInputs">What the program sets. Default: none.</param>
/// <param name="oldInputs">What was set before. Default: none.</param>
/// <param name="oldOutputs">What the provider had answered before. Default: none.</param>
/// <param name="failedOperation">The operation, for example <c>create</c>.</param>
/// <param name="errors">What went wrong, one text a try. Default: none.</param>
public class ErrorHookArgs(
    string urn,
    string id,
    string name,
    string type,
    ImmutableDictionary<string, object?>? newInputs = null,
    ImmutableDictionary<string, object?>? oldInputs = null,
    ImmutableDictionary<string, object?>? oldOutputs = null,
    string failedOperation = "",
    IReadOnlyList<string>? errors = null
)
{
    /// <summary>The resource's URN.</summary>
    public string Urn { get; } = urn;

    /// <summary>The provider's id of it.</summary>
    public string Id { get; } = id;

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its type token.</summary>
    public string Type { get; } = type;

    /// <summary>What the program sets.</summary>
    public ImmutableDictionary<string, object?>? NewInputs { get; } = newInputs;

    /// <summary>What was set before.</summary>
    public ImmutableDictionary<string, object?>? OldInputs { get; } = oldInputs;

    /// <summary>What the provider had answered before.</summary>
    public ImmutableDictionary<string, object?>? OldOutputs { get; } = oldOutputs;

    /// <summary>The operation.</summary>
    public string FailedOperation { get; } = failedOperation;

    /// <summary>What went wrong, one text a try.</summary>
    public IReadOnlyList<string> Errors { get; } = errors ?? [];
}
