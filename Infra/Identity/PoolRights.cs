using Infra.Policies;

namespace Infra.Identity;

/// <summary>
/// What a server may do in one pool and in no other. Checking tokens needs none of it, the keys of a pool are public; neither does what people do
/// to their own account, which their own token allows. Users are made, deleted, disabled and put into groups by administrators
/// (<c>infra user</c>), not by a server that faces the internet.
/// </summary>
internal static class PoolRights
{
    /// <summary>The statements.</summary>
    /// <param name="poolArn">The pool.</param>
    public static IEnumerable<Statement> Of(string poolArn) =>
        [
            new("LookUpUsers")
            {
                Actions =
                [
                    "cognito-idp:AdminGetUser",
                    "cognito-idp:AdminListGroupsForUser", // who somebody is and what somebody may do, as it is now and not as the token says
                    "cognito-idp:ListUsers", // by e-mail address, for invitations
                ],
                Resources = [poolArn],
            },
            new("KeepUsersUpToDate")
            {
                Actions =
                [
                    "cognito-idp:AdminUpdateUserAttributes", // what users must not set themselves
                    "cognito-idp:AdminUserGlobalSignOut", // after rights were taken away or an account was reported stolen
                ],
                Resources = [poolArn],
            },
        ];
}
