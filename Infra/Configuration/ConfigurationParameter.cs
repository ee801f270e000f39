using Pulumi;

namespace Infra.Configuration;

/// <summary>One value that an application reads when it starts.</summary>
/// <param name="Path">Its name below the stack's root, for example <c>app/log_level</c>.</param>
/// <param name="Value">The value, 4 KiB at most.</param>
/// <param name="Description">What it is, for people; never the value.</param>
internal sealed record ConfigurationParameter(string Path, Input<string> Value, string Description)
{
    /// <summary>Whether it is encrypted with the key and read only by who may use the key. Default: false.</summary>
    public bool Secure { get; init; }
}
