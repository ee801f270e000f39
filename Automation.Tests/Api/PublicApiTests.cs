using Pulumi.Automation;
using Sdk.Tests.Api;

namespace Automation.Tests.Api;

/// <summary>
/// The public API is the official one of Pulumi.Automation 3.112.1. The golden file lists all of it but what docs/automation.md names, with its
/// reasons, as left out.
/// </summary>
public sealed class PublicApiTests
{
    [Test]
    public void Every_public_member_is_one_of_the_official_SDK_and_none_is_missing()
    {
        var official = File.ReadAllLines(Path.Combine(TestContext.CurrentContext.TestDirectory, "Api", "official-3.112.1.txt"));
        var ours = ApiPrinter.Print(typeof(LocalWorkspace).Assembly).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(string.Join("\n", official.Except(ours)), Is.Empty, "in the official SDK, but not here");
            Assert.That(string.Join("\n", ours.Except(official)), Is.Empty, "here, but not in the official SDK");
        }
    }
}
