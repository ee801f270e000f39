using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Infra.Tests;

[NonParallelizable]
public sealed class NeedsToolsTests
{
    [TestCase(null, RunState.Ignored)]
    [TestCase("true", RunState.NotRunnable)]
    public void A_missing_tool_skips_at_home_and_fails_in_CI(string? ci, RunState state)
    {
        var test = Apply(ci, "sh", "no-such-tool");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(test.RunState, Is.EqualTo(state));
            Assert.That(
                test.Properties.Get(PropertyNames.SkipReason),
                Is.EqualTo("no-such-tool not found: apt-get install some-package")
            );
        }
    }

    [Test]
    public void A_tool_that_is_there_changes_nothing() =>
        Assert.That(Apply("true", "sh").RunState, Is.EqualTo(RunState.Runnable));

    private static TestSuite Apply(string? ci, params string[] tools)
    {
        var before = Environment.GetEnvironmentVariable("CI");
        var test = new TestSuite("suite");
        try
        {
            Environment.SetEnvironmentVariable("CI", ci);
            new NeedsToolsAttribute("some-package", tools).ApplyToTest(test);
        }
        finally
        {
            Environment.SetEnvironmentVariable("CI", before);
        }
        return test;
    }
}
