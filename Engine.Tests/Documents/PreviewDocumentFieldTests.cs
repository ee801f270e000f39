using System.Collections.Immutable;
using System.Text.Json;
using Engine.Documents;
using Engine.Model;
using Engine.Planning;
using Engine.Values;
using static Engine.Tests.Documents.PreviewDocuments;

namespace Engine.Tests.Documents;

public sealed class PreviewDocumentFieldTests
{
    [Test]
    public void Unchanged_and_internal_steps_are_left_out_yet_unchanged_ones_counted()
    {
        var (a, b) = (States.Thing("a").Deployed(), States.Thing("b").Deployed());
        var plan = Plan(
            new PlanStep
            {
                Op = StepOp.Create,
                Urn = States.StackUrn,
                New = States.Stack(),
            },
            new PlanStep
            {
                Op = StepOp.Create,
                Urn = States.ProviderUrn,
                New = States.DefaultProvider(),
                Internal = true,
            },
            new PlanStep
            {
                Op = StepOp.Same,
                Urn = a.Urn,
                Old = a,
                New = a,
            },
            new PlanStep
            {
                Op = StepOp.Same,
                Urn = b.Urn,
                Old = b,
                New = b with { Protect = true },
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Steps(plan).Select(step => step.GetProperty("urn").GetString()), Is.EqualTo([States.StackUrn, b.Urn]));
            Assert.That(Steps(plan, new() { ShowSames = true }), Has.Length.EqualTo(3));
            Assert.That(
                JsonDocument
                    .Parse(PreviewDocument.Text(plan))
                    .RootElement.GetProperty("changeSummary")
                    .GetRawText()
                    .Replace(" ", "")
                    .Replace("\n", ""),
                Is.EqualTo("""{"create":1,"same":2}""")
            );
        }
    }

    [Test]
    public void A_read_counts_only_when_it_brought_something_new()
    {
        var old = States.Thing("a", ("x", 1)).Deployed() with { External = true };
        PlanStep Read(ResourceState? before, ResourceState after) =>
            new()
            {
                Op = StepOp.Read,
                Urn = old.Urn,
                Old = before,
                New = after,
            };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Plan(Read(null, old)).ChangeSummary.All, Is.Empty);
            Assert.That(Plan(Read(old, old)).ChangeSummary.All, Is.Empty);
            Assert.That(Plan(Read(old, old with { Outputs = V.Map(("x", 2)) })).ChangeSummary.All.Count(), Is.EqualTo(1));
        }
    }

    [Test]
    public void Every_other_field_has_its_place()
    {
        var state = States.Thing("a") with
        {
            Protect = true,
            Dependencies = [States.Urn("b")],
            PropertyDependencies = ImmutableSortedDictionary<string, ImmutableArray<string>>
                .Empty.Add("x", [States.Urn("b")])
                .Add("y", []),
            AdditionalSecretOutputs = ["arn"],
            Aliases = [States.Urn("old")],
            CustomTimeouts = ImmutableSortedDictionary<string, double>.Empty.Add("delete", 90).Add("create", 1.5),
            RetainOnDelete = true,
            DeletedWith = States.Urn("b"),
            ReplaceWith = [States.Urn("b")],
            IgnoreChanges = ["tags"],
            ReplaceOnChanges = ["name"],
            ReplacementTrigger = V.Of("t"),
            SourcePosition = "project:///Program.cs#3",
        };

        var json = Steps(
                Plan(
                    new PlanStep
                    {
                        Op = StepOp.Create,
                        Urn = state.Urn,
                        New = state,
                    }
                )
            )
            .Single()
            .GetProperty("newState");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                json.EnumerateObject().Select(field => field.Name),
                Is.EqualTo(
                    (string[])
                        [
                            "urn",
                            "custom",
                            "type",
                            "parent",
                            "protect",
                            "dependencies",
                            "provider",
                            "propertyDependencies",
                            "additionalSecretOutputs",
                            "aliases",
                            "customTimeouts",
                            "retainOnDelete",
                            "deletedWith",
                            "replaceWith",
                            "sourcePosition",
                            "ignoreChanges",
                            "replaceOnChanges",
                            "replacementTrigger",
                        ]
                )
            );
            Assert.That(
                json.GetProperty("customTimeouts").GetRawText().Replace(" ", "").Replace("\n", ""),
                Is.EqualTo("""{"create":1.5,"delete":90}""")
            );
            Assert.That(json.GetProperty("propertyDependencies").GetProperty("y").GetArrayLength(), Is.Zero);
        }
    }
}
