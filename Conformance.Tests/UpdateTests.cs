using Conformance.Tests.Comparison;
using Conformance.Tests.Running;

namespace Conformance.Tests;

/// <summary>The same comparison where a deployment makes every id and output known: values take other ways through an SDK then.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class UpdateTests
{
    [TestCase("depends-on")]
    [TestCase("invokes")]
    [TestCase("network")]
    [TestCase("providers")]
    [TestCase("read")]
    [TestCase("remote-component")]
    [TestCase("resource-references")]
    [TestCase("secret-flow")]
    [TestCase("stack-outputs")]
    [TestCase("stack-reference")]
    [TestCase("unknown-outputs")]
    public async Task Both_languages_say_the_same_when_everything_is_known(string name)
    {
        var node = await PretendedUpdate.RunAsync(CasePrograms.Node(name), name);
        var csharp = await PretendedUpdate.RunAsync(CasePrograms.CSharp(name), name);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(node.ExitCode, Is.Zero, node.Printed);
            Assert.That(csharp.ExitCode, Is.Zero, csharp.Printed);
            var said = Differences.Between(node.Calls, csharp.Calls);
            Assert.That(said, Is.Empty, Differences.Text("what they register", said));
        }
    }
}
