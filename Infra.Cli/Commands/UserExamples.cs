using System.Collections.Immutable;
using Infra.Cli.Users;

namespace Infra.Cli.Commands;

/// <summary>Two command lines to learn from for each action on a user.</summary>
internal static class UserExamples
{
    private const string Who = "taskflow-prod alice@example.com";

    /// <summary>The examples of an action.</summary>
    public static ImmutableArray<Example> Of(UserAction action)
    {
        var command = $"user {action.Name} {Who}";
        return action switch
        {
            { Reads: true } =>
            [
                new(command, "state, address, second factors and groups of a user"),
                new($"{command} --json", "the same for a script"),
            ],
            { TakesGroup: true } =>
            [
                new($"{command} admin", "the user is in the group from the next token on"),
                new($"{command} admin --dry-run", "shows the call and makes none"),
            ],
            { Danger: null } => [new(command, action.Description), new($"{command} --dry-run", "shows the call and makes none")],
            _ =>
            [
                new($"{command} --yes", "without --yes the user name has to be typed first"),
                new($"{command} --dry-run", "shows the calls and makes none"),
            ],
        };
    }
}
