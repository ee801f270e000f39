using Infra.Settings;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws;

namespace Infra.Systems;

/// <summary>
/// Sees to it that a stack meets the account it names and no other, with a word on the way out. The provider refuses too, by
/// <c>allowedAccountIds</c>, but only where it looks: with <c>skipRequestingAccountId</c> or a stand-in for AWS it does not.
/// </summary>
internal static class AccountGuard
{
    /// <summary>
    /// Asks a provider who it is, in previews as in deployments, and fails the program when that is another account. Where the answer is not
    /// known before deployment, nothing is said; without credentials the provider itself complains.
    /// </summary>
    /// <param name="context">The stack.</param>
    /// <param name="provider">The provider that its resources use.</param>
    public static void Check(StackContext context, ProviderResource provider) =>
        GetCallerIdentity
            .Invoke(new(), new InvokeOptions { Provider = provider })
            // The deployment waits for every output, so that what is thrown here fails it.
            .Apply(identity => Require(context, identity.AccountId, identity.Arn));

    private static bool Require(StackContext context, string account, string identity)
    {
        if (account == context.AccountId)
            return true;
        var problem = new Problem(
            "aws:allowedAccountIds",
            $"credentials of account {account}",
            context.AccountId,
            $"the program is {identity}; set AWS_PROFILE to an identity of the stack's account"
        );
        throw new[] { problem }.ToRunException($"Pulumi.{context.Stack}.yaml");
    }
}
