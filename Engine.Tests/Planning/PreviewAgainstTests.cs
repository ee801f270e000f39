using Engine.Documents;
using Engine.Planning;
using Engine.Tests.Previewing;
using Engine.Values;
using Pulumirpc;

namespace Engine.Tests.Planning;

/// <summary>Whole previews against what an earlier preview saved, and against what a deployment left.</summary>
public sealed class PreviewAgainstTests
{
    private const string Canary = "canary-4711-secret";
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory();

    [OneTimeTearDown]
    public void Remove() => _directory.Delete(recursive: true);

    [Test]
    public async Task Nothing_changes_against_the_saved_plan_of_the_same_program()
    {
        var plan = await PreviewAsync(Program(), await SaveAsync(Program()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Steps.Select(step => (step.Op, step.State.Name)).Where(it => it.Op != StepOp.Same), Is.Empty);
            Assert.That(plan.Steps, Has.Length.EqualTo(4));
        }
    }

    [Test]
    public async Task A_replacement_reaches_what_depends_on_it_even_against_a_saved_plan()
    {
        var plan = await PreviewAsync(Program(cidr: "10.1.0.0/16"), await SaveAsync(Program()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Step(plan, "net").ReplaceReasons, Is.EqualTo(["cidrBlock"]));
            Assert.That(Step(plan, "a").ReplaceReasons, Is.EqualTo(["vpcId"]));
        }
    }

    [Test]
    public async Task A_change_in_place_keeps_ids_and_leaves_dependents_alone()
    {
        var plan = await PreviewAsync(Program(tag: "new"), Deployed());

        using (Assert.EnterMultipleScope())
        {
            Assert.That((Step(plan, "net").Op, Step(plan, "net").New!.Id), Is.EqualTo((StepOp.Update, "vpc-1")));
            Assert.That(Step(plan, "net").DetailedDiff!.Keys, Is.EqualTo(["tags.Name"]));
            Assert.That((Step(plan, "a").Op, Step(plan, "a").New!.Inputs["vpcId"]), Is.EqualTo((StepOp.Same, V.Of("vpc-1"))));
        }
    }

    [Test]
    public async Task What_the_program_no_longer_makes_is_deleted()
    {
        var plan = await PreviewAsync(async program => await program.RegisterStackAsync(), Deployed());

        Assert.That(
            plan.Steps.Where(step => step.Op == StepOp.Delete).Select(step => step.State.Name),
            Is.EqualTo(["a", "net", "default_7_48_0"])
        );
    }

    [Test]
    public async Task No_document_holds_a_secret()
    {
        var saved = await SaveAsync(Program());
        var plan = await PreviewAsync(Program(tag: "new"), saved);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(PreviewDocument.Text(plan, new() { ShowSames = true }), Does.Not.Contain(Canary).And.Contain("[secret]"));
            Assert.That(_directory.GetFiles().Select(file => File.ReadAllText(file.FullName)), Has.None.Contains(Canary));
        }
    }

    private static Func<FakeProgram, Task> Program(string cidr = "10.0.0.0/16", string tag = "net") =>
        async program =>
        {
            await program.RegisterStackAsync();
            var vpc = await program.RegisterAsync(
                "aws:ec2/vpc:Vpc",
                "net",
                V.Map(("cidrBlock", cidr), ("tags", V.Map(("Name", tag), ("token", V.Secret(Canary))))),
                request => request.Version = "7.48.0"
            );
            await program.RegisterAsync(
                "aws:ec2/subnet:Subnet",
                "a",
                V.Map(("cidrBlock", "10.0.1.0/24"), ("vpcId", vpc.Id.Length == 0 ? V.Unknown : vpc.Id)),
                request =>
                {
                    request.Version = "7.48.0";
                    request.Dependencies.Add(vpc.Urn);
                    request.PropertyDependencies["vpcId"] = new RegisterResourceRequest.Types.PropertyDependencies
                    {
                        Urns = { vpc.Urn },
                    };
                }
            );
            await program.ShutdownAsync();
        };

    private static PlanStep Step(Plan plan, string name) => plan.Steps.Single(step => step.State.Name == name);

    private async Task<Baseline> SaveAsync(Func<FakeProgram, Task> program)
    {
        var path = Path.Combine(_directory.FullName, $"{Guid.NewGuid()}.json");
        PlanFile.Save(path, (await FakeProgram.PreviewAsync(program)).Plan);
        return DeploymentDocument.Load(path, _ => null).ToBaseline();
    }

    private static async Task<Plan> PreviewAsync(Func<FakeProgram, Task> program, Baseline baseline)
    {
        var result = await FakeProgram.PreviewAsync(
            program,
            options => options with { Planner = () => new BaselinePlanner(baseline) }
        );
        Assert.That(result.Problems, Is.Empty);
        return result.Plan;
    }

    /// <summary>What a deployment of the program would have left, with what the provider fills in.</summary>
    private static Baseline Deployed()
    {
        const string Parent = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
        const string ProviderUrn = "urn:pulumi:dev::shop::pulumi:providers:aws::default_7_48_0";
        const string Vpc = "urn:pulumi:dev::shop::aws:ec2/vpc:Vpc::net";
        var tags = V.Map(("Name", "net"), ("token", V.Secret(Canary)), ("__defaults", V.List()));
        return new Baseline([
            Documents.States.Stack(),
            new()
            {
                Urn = ProviderUrn,
                Type = "pulumi:providers:aws",
                Custom = true,
                Id = "1",
                Inputs = V.Map(("version", "7.48.0")),
            },
            new()
            {
                Urn = Vpc,
                Type = "aws:ec2/vpc:Vpc",
                Custom = true,
                Id = "vpc-1",
                Parent = Parent,
                Provider = $"{ProviderUrn}::1",
                Inputs = V.Map(
                    ("__defaults", V.List("instanceTenancy")),
                    ("cidrBlock", "10.0.0.0/16"),
                    ("instanceTenancy", "default"),
                    ("tags", tags)
                ),
                Outputs = V.Map(
                    ("arn", "arn:vpc"),
                    ("cidrBlock", "10.0.0.0/16"),
                    ("instanceTenancy", "default"),
                    ("id", "vpc-1")
                ),
            },
            new()
            {
                Urn = "urn:pulumi:dev::shop::aws:ec2/subnet:Subnet::a",
                Type = "aws:ec2/subnet:Subnet",
                Custom = true,
                Id = "subnet-1",
                Parent = Parent,
                Provider = $"{ProviderUrn}::1",
                Dependencies = [Vpc],
                Inputs = V.Map(("__defaults", V.List()), ("cidrBlock", "10.0.1.0/24"), ("vpcId", "vpc-1")),
                Outputs = V.Map(("arn", "arn:subnet"), ("vpcId", "vpc-1")),
            },
        ]);
    }
}
