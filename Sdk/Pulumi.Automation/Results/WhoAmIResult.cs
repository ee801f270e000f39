using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Automation.Json;

namespace Pulumi.Automation;

/// <summary>Who is logged in to the backend.</summary>
/// <param name="user">The user.</param>
/// <param name="url">The backend.</param>
/// <param name="organizations">The organizations of the user.</param>
public class WhoAmIResult(string user, string? url, ImmutableArray<string> organizations)
{
    /// <summary>The user.</summary>
    public string User { get; } = user;

    /// <summary>The backend. Default: the CLI is too old to say.</summary>
    public string? Url { get; } = url;

    /// <summary>The organizations of the user.</summary>
    public ImmutableArray<string> Organizations { get; } = organizations;

    internal static WhoAmIResult Of(JsonElement json) =>
        new(json.Text("user"), json.TextOrNull("url"), json.TextsOrNull("organizations") ?? []);
}
