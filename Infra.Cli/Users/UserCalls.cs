using System.Text.Json.Nodes;

namespace Infra.Cli.Users;

/// <summary>Every call on a user, built in one place from the documented parameters of <c>aws cognito-idp</c>.</summary>
internal static class UserCalls
{
    /// <summary>Whoever is disabled cannot sign in, nor renew a session.</summary>
    public static UserCall Disable(UserRequest request) => On("admin-disable-user", request);

    /// <summary>Refresh tokens are worth nothing any more, on any device.</summary>
    public static UserCall SignOut(UserRequest request) => On("admin-user-global-sign-out", request);

    /// <summary>The user can sign in again.</summary>
    public static UserCall Enable(UserRequest request) => On("admin-enable-user", request);

    /// <summary>The password is worth nothing any more; Cognito sends a code with which the user sets another.</summary>
    public static UserCall ResetPassword(UserRequest request) =>
        On("admin-reset-user-password", request) with
        {
            Repeatable = false, // every time sends another code
        };

    /// <summary>A password that has to be changed at the next sign-in.</summary>
    public static UserCall SetPassword(UserRequest request) =>
        new(["admin-set-user-password"])
        {
            Input = new JsonObject
            {
                ["UserPoolId"] = request.Pool.Id,
                ["Username"] = request.User,
                ["Password"] = request.Password,
                ["Permanent"] = false,
            },
        };

    /// <summary>A user whose address counts as verified, invited by e-mail with a temporary password that Cognito makes.</summary>
    public static UserCall Create(UserRequest request)
    {
        var call = On(
            "admin-create-user",
            request,
            "--user-attributes",
            $"Name=email,Value={request.Email ?? request.User}",
            "Name=email_verified,Value=true",
            "--desired-delivery-mediums",
            "EMAIL"
        );
        return call with { Repeatable = false }; // the second time the user exists
    }

    /// <summary>The user is in the group.</summary>
    public static UserCall AddToGroup(UserRequest request) =>
        On("admin-add-user-to-group", request, "--group-name", request.Group ?? "");

    /// <summary>What Cognito knows of the user.</summary>
    public static UserCall Get(UserRequest request) => On("admin-get-user", request);

    /// <summary>The groups of the user.</summary>
    public static UserCall Groups(UserRequest request) => On("admin-list-groups-for-user", request);

    private static UserCall On(string operation, UserRequest request, params ReadOnlySpan<string> more) =>
        new([operation, "--user-pool-id", request.Pool.Id, "--username", request.User, .. more]);
}
