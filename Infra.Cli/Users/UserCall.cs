using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Cli.Tools;

namespace Infra.Cli.Users;

/// <summary>One call of <c>aws cognito-idp</c>.</summary>
/// <param name="Arguments">Operation and options, without what is secret: other users of the machine see the arguments of a process.</param>
internal sealed record UserCall(ImmutableArray<string> Arguments)
{
    /// <summary>The operation.</summary>
    public string Operation => Arguments[0];

    /// <summary>The request as JSON, where it holds a secret; it goes through a file. Default: the arguments say all.</summary>
    public JsonObject? Input { get; init; }

    /// <summary>Whether doing it twice is as good as once. Default: it is.</summary>
    public bool Repeatable { get; init; } = true;

    /// <summary>The command line for people, the file for its secret as a description.</summary>
    public string Text(string region)
    {
        var words = Arguments.Select(CommandText.Word).Prepend("aws cognito-idp");
        if (Input is not null)
            words = words.Append(
                $"--cli-input-json file://(private file: {string.Join(", ", Input.Select(member => member.Key))})"
            );
        return string.Join(' ', words.Append($"--region {region}"));
    }
}
