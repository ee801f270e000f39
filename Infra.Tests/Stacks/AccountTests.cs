using System.Collections.Immutable;
using Engine.Projects;
using ProjectStacks = Engine.Projects.Stacks;

namespace Infra.Tests.Stacks;

/// <summary>In which accounts the repository's stacks are.</summary>
public sealed class AccountTests
{
    private const string Environment = "idp-infra:environment";
    private const string Accounts = "aws:allowedAccountIds";

    // The roles of the workflows, the state and its key are the bootstrap stack's, and that is one an account.
    [TestCaseSource(nameof(All))]
    public void A_stack_is_in_the_account_of_its_environment(string stack)
    {
        var own = Of(stack);
        Assert.That(own[Accounts].Text, Is.EqualTo(Of($"bootstrap-{own[Environment].Text}")[Accounts].Text));
    }

    [Test]
    public void Each_environment_has_an_account_of_its_own()
    {
        var accounts = All()
            .Where(stack => Of(stack)["idp-infra:system"].Text == "bootstrap")
            .Select(stack => Of(stack)[Accounts].Text);
        Assert.That(accounts, Is.Unique);
    }

    private static ImmutableArray<string> All() => ProjectStacks.List(StackPlans.Project);

    private static ImmutableSortedDictionary<string, ConfigEntry> Of(string stack) =>
        StackConfiguration.Load(StackPlans.Project, Engine.Projects.StackFile.Load(StackPlans.Project, stack)).Entries;
}
