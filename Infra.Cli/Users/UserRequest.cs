namespace Infra.Cli.Users;

/// <summary>What is to be done to whom.</summary>
/// <param name="Pool">The pool of the user.</param>
/// <param name="User">The user name; where people sign in by e-mail, the address does too.</param>
/// <param name="Group">The group. Default: the action has to do with none.</param>
/// <param name="Password">The new password, for one use. Default: the action sets none.</param>
/// <param name="Email">The e-mail address of a new user who has a name beside it. Default: the name is the address.</param>
internal sealed record UserRequest(
    UserPool Pool,
    string User,
    string? Group = null,
    string? Password = null,
    string? Email = null
)
{
    // A record tells all it has, and this one must not.
    private bool PrintMembers(System.Text.StringBuilder text)
    {
        text.Append(Pool.Id).Append(", ").Append(User);
        return true;
    }
}
