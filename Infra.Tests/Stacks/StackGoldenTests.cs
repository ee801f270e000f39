using System.Collections.Immutable;

namespace Infra.Tests.Stacks;

/// <summary>The whole plan of every stack file, compared with the text beside this file: what a change does to a stack is read there.</summary>
public sealed class StackGoldenTests
{
    [TestCaseSource(nameof(StackNames))]
    public async Task The_plan_of_each_stack_is_the_committed_one(string stack)
    {
        var actual = PlanText.Of(await StackPlans.OfAsync(stack));
        var golden = Repository.PathOf($"Infra.Tests/Stacks/{stack}.verified.txt");
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDENS") == "1")
            await File.WriteAllTextAsync(golden, actual);
        Assert.That(File.Exists(golden), $"{golden} is missing; ACCEPT_GOLDENS=1 dotnet test Infra.Tests writes it");
        Assert.That(actual.Split('\n'), Is.EqualTo((await File.ReadAllTextAsync(golden)).Split('\n')));
    }

    [Test]
    public async Task Two_previews_of_a_stack_give_the_same_plan() =>
        Assert.That(PlanText.Of(await StackPlans.OfAsync("prod")), Is.EqualTo(PlanText.Of(await StackPlans.OfAsync("prod"))));

    private static ImmutableArray<string> StackNames() => Engine.Projects.Stacks.List(StackPlans.Project);
}
