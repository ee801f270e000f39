using Infra.Cli.Stacks;

namespace Infra.Cli.Jobs;

/// <summary>Sees to it that a job runs in the account that its stack allows, and in no other where the names happen to be the same.</summary>
internal static class AccountGuard
{
    /// <summary>Refuses when the identity, the stack file and the outputs do not speak of one account.</summary>
    /// <exception cref="CommandException">With exit code 3.</exception>
    public static void Check(StackTarget target, JobTarget job, (string Account, string Arn) caller)
    {
        var allowed = AllowedAccounts.Read(target.Plain(AllowedAccounts.Key));
        if (allowed is not null && !allowed.Contains(caller.Account))
            throw Refusal(
                target,
                $"the aws CLI is {caller.Arn} in account {caller.Account}, and {target.Configuration.SourceOf(AllowedAccounts.Key) ?? AllowedAccounts.Key} allows {string.Join(", ", allowed)}"
            );
        if (caller.Account != job.AccountId)
            throw Refusal(
                target,
                $"the aws CLI is {caller.Arn} in account {caller.Account}, and the stack is deployed in {job.AccountId}"
            );
    }

    private static CommandException Refusal(StackTarget target, string why) =>
        new(ExitCodes.Refused, $"{target.File.Stack}: refused, {why}; set AWS_PROFILE to an identity of that account");
}
