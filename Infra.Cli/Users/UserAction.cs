using System.Collections.Immutable;

namespace Infra.Cli.Users;

/// <summary>Something that can be done to a user.</summary>
/// <param name="Name">The word on the command line.</param>
/// <param name="Description">What it does, in a sentence.</param>
internal sealed record UserAction(string Name, string Description)
{
    /// <summary>The calls, in order.</summary>
    public required Func<UserRequest, ImmutableArray<UserCall>> Calls { get; init; }

    /// <summary>What the user loses; shown before it is asked whether to go on. Default: nothing, so nobody is asked.</summary>
    public string? Danger { get; init; }

    /// <summary>What is so afterwards. Default: the calls have an answer, which is shown.</summary>
    public string? Done { get; init; }

    /// <summary>Whether it takes a group.</summary>
    public bool TakesGroup { get; init; }

    /// <summary>Whether it gives the user a password.</summary>
    public bool SetsPassword { get; init; }

    /// <summary>Whether it needs an e-mail address: that by which the user is named, or one beside the name.</summary>
    public bool TakesEmail { get; init; }

    /// <summary>Whether it only looks.</summary>
    public bool Reads => Done is null;

    /// <summary>All of them, as an incident goes.</summary>
    public static ImmutableArray<UserAction> All { get; } =
    [
        new("info", "Shows a user: state, address, second factor, groups.")
        {
            Calls = request => [UserCalls.Get(request), UserCalls.Groups(request)],
        },
        new("disable", "Locks a user out: no sign-in, and every session ends with its access token.")
        {
            Calls = request => [UserCalls.Disable(request), UserCalls.SignOut(request)],
            Danger =
                "The user cannot sign in any more, and no session can be renewed. A service that checks tokens by itself takes one that is out already until it expires.",
            Done = "disabled and signed out everywhere; access tokens that are out live on until they expire",
        },
        new("enable", "Lets a disabled user in again.")
        {
            Calls = request => [UserCalls.Enable(request)],
            Done = "enabled; the sessions of before are over, so the user signs in anew",
        },
        new("reset-password", "Ends a user's password; Cognito sends a code with which the user sets another.")
        {
            Calls = request => [UserCalls.ResetPassword(request)],
            Danger =
                "The password is worth nothing any more. A code goes to the verified address: of no use when that mailbox is not safe; sessions go on.",
            Done = "reset; a code is on its way to the verified address",
        },
        new("set-password", "Gives a user a temporary password, to be changed at the next sign-in.")
        {
            Calls = request => [UserCalls.SetPassword(request)],
            Danger = "The password is replaced by a temporary one, which somebody has to bring to the user; sessions go on.",
            Done = "has a temporary password, to be changed at the next sign-in",
            SetsPassword = true,
        },
        new("create", "Makes a user with a verified e-mail address; Cognito sends the invitation.")
        {
            Calls = request => [UserCalls.Create(request)],
            Done = "created; the invitation with a temporary password is on its way",
            TakesEmail = true,
        },
        new("add-to-group", "Puts a user into a group, which counts from the next token on.")
        {
            Calls = request => [UserCalls.AddToGroup(request)],
            Done = "is in the group, from the next token on",
            TakesGroup = true,
        },
    ];
}
