using Sdk.Tests.Api;

namespace Packages.Tests.Uses;

/// <summary>The contract sees what is not in the official packages, in whatever way a program uses it.</summary>
public sealed class PlantedTests
{
    private const string Nothing = "the package has nothing public of that name and signature";

    [TestCase("public class Extra { }", "class P { Pulumi.Extra? e; }", "Pulumi.Extra", TestName = "A type that is not there")]
    [TestCase(
        "public class Extra { public class Inner { } }",
        "class P { System.Func<Pulumi.Extra.Inner>? e; }",
        "Pulumi.Extra+Inner",
        TestName = "A nested type as an argument of another"
    )]
    [TestCase(
        "public class Config { public string? Find(string key) => null; }",
        "class P { void M() => new Pulumi.Config().Find(\"a\"); }",
        "Pulumi.Config::Find String ``0(String)",
        TestName = "A method that is not there"
    )]
    [TestCase(
        "public class Config { public string? Get(int key) => null; }",
        "class P { void M() => new Pulumi.Config().Get(1); }",
        "Pulumi.Config::Get String ``0(Int32)",
        TestName = "A method with other parameters"
    )]
    [TestCase(
        "public class Config { public int Get(string key) => 1; }",
        "class P { void M() => new Pulumi.Config().Get(\"a\"); }",
        "Pulumi.Config::Get Int32 ``0(String)",
        TestName = "A method that returns another type"
    )]
    [TestCase(
        "public class Output<T> { public Output<U> Soon<U>(System.Func<T, U> then) => null!; }",
        "class P { void M(Pulumi.Output<string> o) => o.Soon(t => t.Length); }",
        "Pulumi.Output`1::Soon Pulumi.Output`1<!!0> ``1(System.Func`2<!0, !!0>)",
        TestName = "A generic method of a generic type"
    )]
    [TestCase(
        "public class CustomResourceOptions { public bool Careful { get; set; } }",
        "class P { void M() => new Pulumi.CustomResourceOptions().Careful = true; }",
        "Pulumi.CustomResourceOptions::set_Careful Void ``0(Boolean)",
        TestName = "A property that is not there"
    )]
    [TestCase(
        "public class Alias { public string? Urn { get; init; } }",
        "class P { object M() => new Pulumi.Alias { Urn = \"a\" }; }",
        "Pulumi.Alias::set_Urn Void modreq(System.Runtime.CompilerServices.IsExternalInit) ``0(String)",
        TestName = "A property that is set in another way"
    )]
    [TestCase(
        "public class OutputAttribute : System.Attribute { public OutputAttribute(string? name = null) { } public bool Late { get; set; } }",
        "class P { [Pulumi.Output(\"a\", Late = true)] public int A { get; set; } }",
        "Pulumi.OutputAttribute::set_Late Void ``0(Boolean)",
        TestName = "A property of an attribute that is not there"
    )]
    [TestCase(
        "public class InputAttribute : System.Attribute { public InputAttribute(int place) { } }",
        "class P { [Pulumi.Input(1)] public int A { get; set; } }",
        "Pulumi.InputAttribute::.ctor Void ``0(Int32)",
        TestName = "An attribute with other arguments"
    )]
    public void It_is_a_breach(string core, string program, string use)
    {
        var uses = Planted.Uses($"namespace Pulumi {{ {core} }}", program);

        Assert.That(OfficialPackages.Contract(OfficialPackages.Core).Breaches(uses), Does.Contain($"{use}: {Nothing}"));
    }

    [Test]
    public void A_use_of_what_is_there_is_none()
    {
        var uses = Planted.Uses(
            "namespace Pulumi { public class Config { public string? Get(string key) => null; public Config(string? name = null) { } } }",
            "class P { void M() => new Pulumi.Config().Get(\"a\"); }"
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                uses.Select(use => use.ToString()),
                Is.EquivalentTo([
                    "Pulumi.Config",
                    "Pulumi.Config::.ctor Void ``0(String)",
                    "Pulumi.Config::Get String ``0(String)",
                ])
            );
            Assert.That(OfficialPackages.Contract(OfficialPackages.Core).Breaches(uses), Is.Empty);
        }
    }

    [TestCase("Pulumi.Config.Get(string key) : public string?", "Pulumi.Config.Get(string key) : public string")]
    [TestCase("Pulumi.Config.ctor : public Config(string? name = null)", "Pulumi.Config.ctor : public Config(string name)")]
    [TestCase("Pulumi.Config : sealed class", "Pulumi.Config : static class")]
    public void What_the_official_one_has_otherwise_is_a_breach(string ours, string official)
    {
        var facts = OfficialPackages.Facts(OfficialPackages.Core).Except([ours]).Append(official).ToHashSet();
        var api = new PackageApi(OfficialPackages.Built(OfficialPackages.Core), ApiPrinter.Lines);
        var uses = Planted.Uses(
            "namespace Pulumi { public class Config { public string? Get(string key) => null; public Config(string? name = null) { } } }",
            "class P { void M() => new Pulumi.Config().Get(\"a\"); }"
        );

        Assert.That(new Contract(api, facts).Breaches(uses), Has.One.EndsWith($": not in the facts: {ours}"));
    }
}
