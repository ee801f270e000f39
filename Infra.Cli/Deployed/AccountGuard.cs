using Infra.Cli.Stacks;

namespace Infra.Cli.Deployed;

/// <summary>Sees to it that AWS is asked in the account that the stack allows, and in no other where the names happen to be the same.</summary>
internal static class AccountGuard
{
    /// <summary>Refuses when the identity, the stack file and the outputs do not speak of one account.</summary>
    /// <param name="target">The stack.</param>
    /// <param name="deployedIn">The account of the outputs. Default: they name none, and the stack file alone decides.</param>
    /// <param name="caller">Who the aws CLI is.</param>
    /// <exception cref="CommandException">With exit code 3.</exception>
    public static void Check(StackTarget target, string? deployedIn, (string Account, string Arn) caller)
    {
        var allowed = AllowedAccounts.Read(target.Plain(AllowedAccounts.Key));
        if (allowed is not null && !allowed.Contains(caller.Account))
            throw Refusal(
                target,
                $"the aws CLI is {caller.Arn} in account {caller.Account}, and {target.Configuration.SourceOf(AllowedAccounts.Key) ?? AllowedAccounts.Key} allows {string.Join(", ", allowed)}"
            );
        if (allowed is null && deployedIn is null)
            throw new CommandException(
                ExitCodes.Refused,
                $"{target.File.Stack}: refused, nothing says which account is the right one; name it in {AllowedAccounts.Key} of {target.File.FileName}"
            );
        if (deployedIn is not null && caller.Account != deployedIn)
            throw Refusal(
                target,
                $"the aws CLI is {caller.Arn} in account {caller.Account}, and the stack is deployed in {deployedIn}"
            );
    }

    private static CommandException Refusal(StackTarget target, string why) =>
        new(ExitCodes.Refused, $"{target.File.Stack}: refused, {why}; set AWS_PROFILE to an identity of that account");
}
