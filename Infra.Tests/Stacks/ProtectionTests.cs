using System.Collections.Immutable;

namespace Infra.Tests.Stacks;

public sealed class ProtectionTests
{
    private const string Password = "random:index/randomPassword:RandomPassword";

    [TestCase("prod")]
    [TestCase("staging")]
    public async Task A_password_that_a_new_version_replaces_is_not_protected_but_its_secret_is(string stack)
    {
        var states = (await StackPlans.OfAsync(stack)).Steps.Select(step => step.State).ToImmutableArray();

        var rotated = states.Where(state => state.Type == Password && state.Inputs.Properties.ContainsKey("keepers")).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                rotated.Select(state => state.Name),
                Is.EquivalentTo(
                    new[]
                    {
                        "idp-server-db-admin-password",
                        "idp-server-db-app-password",
                        "idp-server-db-master-password",
                        "idp-server-db-owner-password",
                        "idp-server-redis-auth-password",
                    }
                )
            );
            Assert.That(rotated.Select(state => state.Protect), Is.All.False);
            Assert.That(
                states.Where(state => state.Type == Password).Except(rotated).Select(state => state.Protect),
                Is.Not.Empty.And.All.True
            );
            Assert.That(states.Single(state => state.Name == "idp-server-db-master-secret").Protect, Is.True);
        }
    }
}
