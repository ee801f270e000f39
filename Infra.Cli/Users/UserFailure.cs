using Infra.Cli.Deployed;
using Infra.Cli.Tools;

namespace Infra.Cli.Users;

/// <summary>Why a call on a user failed, with the way out.</summary>
internal static class UserFailure
{
    /// <summary>The error to end with.</summary>
    /// <param name="call">The call.</param>
    /// <param name="ran">What came of it.</param>
    /// <param name="request">What was wanted.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="done">The operations before it, which have taken effect.</param>
    public static CommandException Of(
        UserCall call,
        ToolAnswer ran,
        UserRequest request,
        string stack,
        IReadOnlyCollection<string> done
    )
    {
        var error = request.Password is { Length: > 0 } secret
            ? ran.Error.Replace(secret, "[secret]", StringComparison.Ordinal)
            : ran.Error;
        var partly = done.Count == 0 ? "" : $"\n{string.Join(", ", done)} took effect, {call.Operation} did not: run it again";
        var (code, text) = Explain(error, request, stack) is { } told
            ? (ExitCodes.BadInput, told)
            : (ExitCodes.ProgramFailed, Told(call, ran with { Error = error }));
        // What is half done is no matter of the input any more.
        return new(partly.Length == 0 ? code : ExitCodes.ProgramFailed, text + partly);
    }

    private static string? Explain(string error, UserRequest request, string stack)
    {
        var (user, pool) = (request.User, request.Pool.Id);
        return error switch
        {
            _ when Has("UserNotFoundException") =>
                $"<user>: got {user}, want a user of stack {stack} (pool {pool}); is it the right stack, and the name with which the user signs in?",
            _ when Has("UsernameExistsException") =>
                $"<user>: got {user}, which stack {stack} has already; infra user info {stack} {user} shows it",
            _ when Has("InvalidParameterException") && Has("email alias") =>
                $"<user>: got {user}, want a name that is no address: in the pool of {stack} addresses stand beside names; infra user create {stack} NAME --email {user}",
            _ when Has("ResourceNotFoundException") && Has("Group") =>
                $"<group>: got {request.Group}, want a group of pool {pool}; aws cognito-idp list-groups --user-pool-id {pool} --region {request.Pool.Region} lists them",
            _ when Has("ResourceNotFoundException") =>
                $"userPoolId: got {pool}, which this account does not have in {request.Pool.Region}; the outputs of {stack} are old: run pulumi refresh, or write the file of --outputs anew",
            _ when Has("InvalidPasswordException") =>
                $"--password-stdin: the pool's rules refuse the password: {Words(error)}; leave the option out, and one is made that they take",
            _ => null,
        };

        bool Has(string word) => error.Contains(word, StringComparison.Ordinal);
    }

    private static string Told(UserCall call, ToolAnswer ran)
    {
        var failure = AwsCli.Failure(ran, $"aws cognito-idp {call.Operation}").Message;
        if (ran.Error.Contains("AccessDenied", StringComparison.Ordinal))
            return $"{failure}; the identity needs {Permission.Of("cognito-idp", call.Operation)} on the pool";
        var cannotReset =
            call.Operation == "admin-reset-user-password"
            && (
                ran.Error.Contains("InvalidParameterException", StringComparison.Ordinal)
                || ran.Error.Contains("NotAuthorizedException", StringComparison.Ordinal)
            );
        return cannotReset ? $"{failure}; infra user set-password needs no verified address and works in every state" : failure;
    }

    // "An error occurred (X) when calling the Y operation: the words".
    private static string Words(string error) =>
        error.IndexOf("operation: ", StringComparison.Ordinal) is var at and >= 0 ? error[(at + "operation: ".Length)..] : error;
}
