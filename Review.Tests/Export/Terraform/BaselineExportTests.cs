using System.Text.Json.Nodes;
using Engine.Planning;
using Review.Tests.Changes;

namespace Review.Tests.Export.Terraform;

/// <summary>What happens to resources, against a baseline.</summary>
public sealed class BaselineExportTests
{
    private static readonly StackText Old = StackText.Of(
        """
        aws:sqs/queue:Queue stays {"name": "stays"}
        aws:sqs/queue:Queue changes {"name": "changes", "delaySeconds": 1}
        aws:sqs/queue:Queue moves {"name": "moves"}
        aws:sqs/queue:Queue goes {"name": "goes", "tags": {"Secret": {"secret": "correct-horse"}}}
        """
    );

    private readonly JsonObject _document = Exports.Of(
        Steps.Between(
            Old,
            Old.Without("goes")
                .With("changes", "delaySeconds", "2")
                .With("moves", "name", "\"moved\"")
                .And("aws:sqs/queue:Queue comes {}")
        )
    );

    [TestCase("comes", "create")]
    [TestCase("stays", "no-op")]
    [TestCase("changes", "update")]
    [TestCase("moves", "create", "delete")]
    [TestCase("goes", "delete")]
    public void Steps_are_actions(string name, params string[] actions) =>
        Assert.That(Change(name)["actions"]!.AsArray().Select(action => (string?)action), Is.EqualTo(actions));

    [Test]
    public void A_replacement_that_deletes_first_says_so()
    {
        var plan = Steps.Between(Old, Old.With("moves", "name", "\"moved\""));
        var first = plan with
        {
            Steps =
            [
                .. plan.Steps.Select(step =>
                    step.Op == StepOp.Replace ? step with { New = step.New! with { DeleteBeforeReplace = true } } : step
                ),
            ],
        };
        Assert.That(
            Exports.Change(Exports.Of(first), "aws_sqs_queue", "moves")["actions"]!.ToJsonString(),
            Is.EqualTo("[\"delete\",\"create\"]")
        );
    }

    [Test]
    public void Before_and_after_are_what_was_and_will_be()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)Change("changes")["before"]!["delay_seconds"]!, Is.EqualTo(1));
            Assert.That((int)Change("changes")["after"]!["delay_seconds"]!, Is.EqualTo(2));
            Assert.That(Change("comes")["before"], Is.Null);
            Assert.That((bool)Change("comes")["before_sensitive"]!, Is.False);
            Assert.That(Change("goes")["after"], Is.Null);
            Assert.That(Change("goes")["after_unknown"]!.ToJsonString(), Is.EqualTo("{}"));
            Assert.That((bool)Change("goes")["after_sensitive"]!, Is.False);
            Assert.That(Change("goes")["before_sensitive"]!["tags"]!.ToJsonString(), Is.EqualTo("{\"Secret\":true}"));
            Assert.That(JsonNode.DeepEquals(Change("stays")["before"], Change("stays")["after"]), Is.True);
            Assert.That(Change("moves")["replace_paths"]!.ToJsonString(), Is.EqualTo("[[\"name\"]]"));
            Assert.That(_document.ToJsonString(), Does.Not.Contain("correct-horse"));
        }
    }

    [Test]
    public void What_is_deleted_is_in_the_changes_only()
    {
        var names = Exports
            .Planned(_document)
            .Concat(Exports.Configured(_document))
            .SelectMany(module => Exports.Resources(module.Module));
        Assert.That(
            names.Select(resource => (string?)resource["name"]).Distinct().Order(),
            Is.EqualTo(["changes", "comes", "moves", "stays"])
        );
    }

    private JsonObject Change(string name) => Exports.Change(_document, "aws_sqs_queue", name);
}
