using Engine.Documents;
using Engine.Model;
using Engine.Planning;
using Engine.Tests.Projects;
using Engine.Values;

namespace Engine.Tests.Documents;

public sealed class PlanFileTests
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory();

    private string File_ => Path.Combine(_directory.FullName, "plan.json");

    [OneTimeTearDown]
    public void Remove() => _directory.Delete(recursive: true);

    [SetUp]
    public void Start() => File.Delete(File_);

    [Test]
    public void A_saved_plan_is_read_back_as_what_would_be_deployed()
    {
        PlanFile.Save(File_, Plan());

        var document = DeploymentDocument.Load(File_);
        var thing = document.Resources[2];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.IsPlan, Is.True);
            Assert.That(document.Resources.Select(state => state.Name), Is.EqualTo(["shop-dev", "default_1_2_3", "new"]));
            Assert.That(thing.Id, Is.Null);
            Assert.That(thing.Inputs["token"], Is.EqualTo(V.Secret(V.Unknown)));
            Assert.That(thing.Outputs["arn"], Is.EqualTo(V.Unknown));
            Assert.That(File.ReadAllText(File_), Does.Not.Contain("canary"));
            Assert.That(_directory.GetFiles(), Has.Length.EqualTo(1), "nothing temporary is left");
        }
    }

    [Test]
    public void A_saved_plan_says_its_steps_without_what_stays_as_it_is()
    {
        var plan = Plan();
        PlanFile.Save(
            File_,
            plan with
            {
                Steps =
                [
                    plan.Steps[0] with
                    {
                        Op = StepOp.Same,
                        Old = plan.Steps[0].New,
                    },
                    plan.Steps[1] with
                    {
                        Internal = true,
                    },
                    .. plan.Steps[2..],
                ],
            }
        );

        var steps = DeploymentDocument.Load(File_).Steps!.Value;

        Assert.That(
            steps.Select(step => (step.Op, step.Urn)),
            Is.EqualTo(new[] { ("create", plan.Steps[2].Urn), ("delete", States.Urn("gone")) })
        );
    }

    [Test]
    public void Steps_are_equal_when_operation_resource_and_paths_are()
    {
        var step = new PlannedStep("update", "urn", ["a", "b"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new PlannedStep("update", "urn", ["a", "b"]), Is.EqualTo(step));
            Assert.That(step with { Paths = ["a", "c"] }, Is.Not.EqualTo(step));
            Assert.That(step with { Op = "replace" }, Is.Not.EqualTo(step));
            Assert.That(step with { Urn = "other" }, Is.Not.EqualTo(step));
        }
    }

    [Test]
    public void A_plan_of_before_steps_were_kept_is_read_and_one_of_another_form_is_refused()
    {
        PlanFile.Save(File_, Plan());
        var json = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(File_))!;
        json["infra"]!["steps"] = "none";
        File.WriteAllText(File_, json.ToJsonString());
        Assert.That(
            () => DeploymentDocument.Load(File_),
            Throws
                .TypeOf<InputException>()
                .With.Message.Contains("infra.steps: got another form, want a list of {op, urn, paths}")
        );

        json["infra"]!.AsObject().Remove("steps");
        File.WriteAllText(File_, json.ToJsonString());
        Assert.That(DeploymentDocument.Load(File_).Steps, Is.Null);
    }

    [Test]
    public void Planning_the_same_against_a_saved_plan_finds_nothing()
    {
        PlanFile.Save(File_, Plan());
        var planner = new BaselinePlanner(DeploymentDocument.Load(File_).ToBaseline());

        var ops = Plan()
            .Steps.Where(step => step.New is not null)
            .Select(step => planner.Register(step.New!, _ => { }).Op)
            .ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ops, Is.All.EqualTo(StepOp.Same));
            Assert.That(planner.Finish(_ => { }), Is.Empty);
        }
    }

    [Test]
    public void An_earlier_plan_and_an_empty_file_are_overwritten()
    {
        File.WriteAllText(File_, "");
        PlanFile.Save(File_, Plan());
        PlanFile.Save(File_, Plan() with { Steps = [] });

        Assert.That(DeploymentDocument.Load(File_).Resources, Is.Empty);
    }

    [TestCase("""{"version":3,"deployment":{"resources":[]}}""")]
    [TestCase("my diary")]
    public void Any_other_file_is_left_alone(string content)
    {
        File.WriteAllText(File_, content);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                () => PlanFile.Save(File_, Plan()),
                Throws.TypeOf<InputException>().With.Message.Contains("no saved plan")
            );
            Assert.That(File.ReadAllText(File_), Is.EqualTo(content));
        }
    }

    [Test]
    public void Where_nothing_can_be_written_it_is_said()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Files.Problems(() => Save(_directory.FullName)).Single(), Is.EqualTo("got a directory, want a file"));
            Assert.That(
                Files.Problems(() => Save(Path.Combine(_directory.FullName, "no", "x"))).Single(),
                Does.StartWith("there is no directory")
            );
        }
    }

    private static string Save(string path)
    {
        PlanFile.Save(path, Plan());
        return path;
    }

    private static Plan Plan()
    {
        var unknownProvider = $"{States.ProviderUrn}::{Signatures.Unknown}";
        var thing = States.Thing("new", ("token", V.Secret("canary")), ("size", 5)) with
        {
            Provider = unknownProvider,
            Outputs = V.Map(("arn", V.Unknown), ("token", V.Secret("canary"))),
        };
        PlanStep Create(ResourceState state) =>
            new()
            {
                Op = StepOp.Create,
                Urn = state.Urn,
                New = state,
            };
        return new Plan
        {
            Project = "shop",
            Stack = "dev",
            Steps =
            [
                Create(States.Stack()),
                Create(States.DefaultProvider() with { Id = null }),
                Create(thing),
                new PlanStep
                {
                    Op = StepOp.Delete,
                    Urn = States.Urn("gone"),
                    Old = States.Thing("gone").Deployed(),
                },
            ],
        };
    }
}
