using Infra.Settings;
using Infra.Systems;
using Infra.Tests.Settings;
using Pulumi;

namespace Infra.Tests.Systems;

public sealed class AccountGuardTests
{
    [Test]
    public async Task Credentials_of_another_account_fail_the_program()
    {
        var error = await Assert.CatchAsync<Exception>(() => RunAsync("222222222222"));

        Assert.That(
            error!.ToString(),
            Does.Contain("Pulumi.prod.yaml: 1 problem")
                .And.Contain(
                    "aws:allowedAccountIds: got credentials of account 222222222222, want 111111111111; "
                        + "the program is arn:aws:iam::222222222222:role/deploy; set AWS_PROFILE to an identity of the stack's account"
                )
        );
    }

    [Test]
    public async Task Credentials_of_the_account_are_fine() =>
        await Assert.DoesNotThrowAsync(() => RunAsync(TestStacks.Prod.AccountId));

    private static Task<Sandbox> RunAsync(string account) =>
        Sandbox.RunAsync(() => AwsProvider.For(TestStacks.Prod, new Dictionary<string, string>()), account);
}
