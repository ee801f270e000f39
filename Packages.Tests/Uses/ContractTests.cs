namespace Packages.Tests.Uses;

/// <summary>What the program and its tests use of the four packages is in the official ones: same names, signatures, nullability, attributes.</summary>
public sealed class ContractTests
{
    [Test]
    public void All_that_is_used_of_a_package_is_in_the_official_one(
        [Values("Infra", "Infra.Tests")] string user,
        [Values("Pulumi", "Pulumi.Aws", "Pulumi.Awsx", "Pulumi.Random")] string package
    )
    {
        var contract = OfficialPackages.Contract(package);
        var only = new HashSet<string> { package };
        var uses = AssemblyUses.Of(OfficialPackages.PathOf($"{user}.dll"), only);
        var inherited = Implementations.Of(OfficialPackages.Built(user), only).ToList();

        Assert.That(string.Join("\n", contract.Breaches(uses).Concat(contract.Breaches(inherited))), Is.Empty);
    }

    [TestCase("Pulumi", "Pulumi.Output`1::Apply Pulumi.Output`1<!!0> ``1(System.Func`2<!0, !!0>)")]
    [TestCase("Pulumi", "Pulumi.ComponentResource::RegisterOutputs Void ``0()")]
    [TestCase("Pulumi", "Pulumi.OutputAttribute::.ctor Void ``0(String)")]
    [TestCase("Pulumi.Aws", "Pulumi.Aws.Rds.InstanceArgs::set_MultiAz Void ``0(Pulumi.Input`1<Boolean>)")]
    [TestCase("Pulumi.Awsx", "Pulumi.Awsx.Ecr.RepositoryArgs::.ctor Void ``0()")]
    [TestCase("Pulumi.Random", "Pulumi.Random.RandomPassword::get_Result Pulumi.Output`1<String> ``0()")]
    public void What_the_program_does_is_among_its_uses(string package, string use) =>
        Assert.That(
            AssemblyUses.Of(OfficialPackages.PathOf("Infra.dll"), new HashSet<string> { package }).Select(one => one.ToString()),
            Does.Contain(use)
        );

    // Where 7.48 has a union of a text and a resource, an earlier 7 had a text alone: docs/official-packages.md. Both take texts.
    [TestCase("Infra")]
    [TestCase("Infra.Tests")]
    public void What_may_be_a_resource_is_given_as_a_text(string user) =>
        Assert.That(UnionUses.OfSecondCase(OfficialPackages.PathOf($"{user}.dll")).Where(IsResource), Is.Empty);

    [Test]
    public void A_resource_given_for_a_text_is_seen()
    {
        var uses = UnionUses.OfSecondCase(OfficialPackages.PathOf("Packages.Tests.dll"));

        Assert.That(uses.Where(IsResource), Is.EqualTo(["Pulumi.Aws.Iam.Role"]));
    }

    [Test]
    public void What_a_class_implements_is_among_its_uses() =>
        Assert.That(
            Implementations
                .Of(typeof(Taker).Assembly, new HashSet<string> { "Pulumi" })
                .Select(member => $"{member.DeclaringType}.{member.Name}"),
            Is.EquivalentTo([
                "Pulumi.Testing.IMocks.NewResourceAsync",
                "Pulumi.Testing.IMocks.CallAsync",
                "Pulumi.Testing.IMocks.RegisterResourceOutputs",
            ])
        );

    private static bool IsResource(string type) =>
        Type.GetType($"{type}, Pulumi.Aws")?.IsSubclassOf(typeof(Pulumi.Resource)) ?? false;

    /// <summary>Has what the program has not: an interface of the core, a resource given as such.</summary>
    private sealed class Taker : Pulumi.Testing.IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(Pulumi.Testing.MockResourceArgs args) =>
            Task.FromResult<(string?, object)>((args.Id, new object()));

        public Task<object> CallAsync(Pulumi.Testing.MockCallArgs args) => Task.FromResult<object>(args.Args);

        public static Pulumi.InputUnion<string, Pulumi.Aws.Iam.Role> Give(Pulumi.Aws.Iam.Role role) => role;
    }
}
