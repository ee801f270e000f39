using Sdk.Tests.Api;

namespace Packages.Tests;

/// <summary>The core, whichever it is, has every member of the facts. An official one has more: what docs/sdk.md leaves out.</summary>
public sealed class CoreTests
{
    [Test]
    public void Every_member_of_the_facts_is_there() =>
        Assert.That(
            string.Join(
                "\n",
                OfficialPackages.Facts("Pulumi").Except(ApiPrinter.Print(OfficialPackages.Built("Pulumi"))).Order()
            ),
            Is.Empty
        );
}
