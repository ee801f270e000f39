using System.Collections.Immutable;
using System.Text.Json;
using Engine.Documents;
using Engine.Model;
using Engine.Planning;
using Engine.Values;
using static Engine.Tests.Documents.PreviewDocuments;

namespace Engine.Tests.Documents;

public sealed class PreviewDocumentTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 6, 7, 8, 9, 120, TimeSpan.Zero);

    [Test]
    public void The_document_is_that_of_pulumi_to_the_byte()
    {
        var old = States.Thing("logs", ("tags", V.Map(("env", "a<b"))), ("token", V.Secret("canary"))).Deployed();
        var plan = Plan(
            new PlanStep
            {
                Op = StepOp.Same,
                Urn = States.StackUrn,
                Old = States.Stack(V.Map(("url", "https://old.example"))),
                New = States.Stack(V.Map(("url", "new"))),
            },
            new PlanStep
            {
                Op = StepOp.Update,
                Urn = old.Urn,
                Old = old,
                New = old with { Inputs = V.Map(("tags", V.Map(("env", V.Unknown))), ("token", V.Secret("canary"))) },
                DiffReasons = ["tags"],
                DetailedDiff = ImmutableSortedDictionary<string, PropertyDifference>.Empty.Add(
                    "tags.env",
                    new(DifferenceKind.Update, true)
                ),
            }
        ) with
        {
            Config = ImmutableSortedDictionary<string, string>.Empty.Add("aws:region", "eu-west-1").Add("shop:token", "[secret]"),
            Duration = TimeSpan.FromMilliseconds(1834),
            Diagnostics = [new(Severity.Warning, "look", old.Urn), new(Severity.Info, "hello"), new(Severity.Error, "no")],
        };

        Assert.That(
            PreviewDocument.Text(plan),
            Is.EqualTo(
                """
                {
                    "config": {
                        "aws:region": "eu-west-1",
                        "shop:token": "[secret]"
                    },
                    "steps": [
                        {
                            "op": "same",
                            "urn": "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev",
                            "oldState": {
                                "urn": "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev",
                                "custom": false,
                                "type": "pulumi:pulumi:Stack",
                                "outputs": {
                                    "url": "https://old.example"
                                }
                            },
                            "newState": {
                                "urn": "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev",
                                "custom": false,
                                "type": "pulumi:pulumi:Stack"
                            },
                            "detailedDiff": null
                        },
                        {
                            "op": "update",
                            "urn": "urn:pulumi:dev::shop::t:x:Thing::logs",
                            "provider": "urn:pulumi:dev::shop::pulumi:providers:t::default_1_2_3::0b3f",
                            "oldState": {
                                "urn": "urn:pulumi:dev::shop::t:x:Thing::logs",
                                "custom": true,
                                "id": "id-logs",
                                "type": "t:x:Thing",
                                "inputs": {
                                    "tags": {
                                        "env": "a\u003cb"
                                    },
                                    "token": "[secret]"
                                },
                                "outputs": {
                                    "arn": "arn:logs",
                                    "tags": {
                                        "env": "a\u003cb"
                                    },
                                    "token": "[secret]"
                                },
                                "parent": "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev",
                                "provider": "urn:pulumi:dev::shop::pulumi:providers:t::default_1_2_3::0b3f",
                                "created": "2026-01-02T03:04:05Z",
                                "modified": "2026-01-03T03:04:05Z"
                            },
                            "newState": {
                                "urn": "urn:pulumi:dev::shop::t:x:Thing::logs",
                                "custom": true,
                                "type": "t:x:Thing",
                                "inputs": {
                                    "tags": {
                                        "env": "04da6b54-80e4-46f7-96ec-b56ff0331ba9"
                                    },
                                    "token": "[secret]"
                                },
                                "parent": "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev",
                                "provider": "urn:pulumi:dev::shop::pulumi:providers:t::default_1_2_3::0b3f",
                                "created": "2026-01-02T03:04:05Z",
                                "modified": "2026-01-03T03:04:05Z"
                            },
                            "diffReasons": [
                                "tags"
                            ],
                            "detailedDiff": {
                                "tags.env": {
                                    "kind": "update",
                                    "inputDiff": true
                                }
                            }
                        }
                    ],
                    "diagnostics": [
                        {
                            "urn": "urn:pulumi:dev::shop::t:x:Thing::logs",
                            "message": "warning: look\n",
                            "severity": "warning"
                        },
                        {
                            "message": "hello\n",
                            "severity": "info"
                        },
                        {
                            "message": "error: no\n",
                            "severity": "error"
                        }
                    ],
                    "duration": 1834000000,
                    "changeSummary": {
                        "same": 1,
                        "update": 1
                    }
                }

                """
            )
        );
    }

    [Test]
    public void An_empty_plan_is_its_duration() =>
        Assert.That(PreviewDocument.Text(Plan()), Is.EqualTo("{\n    \"duration\": 0\n}\n"));

    [TestCase(StepOp.Create, null, "inputs")]
    [TestCase(StepOp.Same, "id inputs outputs created modified", "inputs created modified")]
    [TestCase(StepOp.Update, "id inputs outputs created modified", "inputs created modified")]
    [TestCase(StepOp.Replace, "delete id inputs outputs created modified", "inputs outputs created modified")]
    [TestCase(StepOp.Delete, "id inputs outputs created modified", null)]
    [TestCase(StepOp.Read, "id inputs outputs created modified", "id inputs external created modified")]
    [TestCase(StepOp.Import, null, "inputs importID")]
    public void Each_kind_of_step_shows_what_is_there_when_it_starts(StepOp op, string? before, string? after)
    {
        var state = States.Thing("a", ("x", 1)).Deployed();
        var goal = state with { ImportId = op == StepOp.Import ? "i" : null };
        var step = new PlanStep
        {
            Op = op,
            Urn = state.Urn,
            Old = op is StepOp.Create or StepOp.Import ? null : state,
            New = op == StepOp.Delete ? null : goal,
        };

        var json = Steps(Plan(step), new() { ShowSames = true, Now = Now }).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Fields(json, "oldState"), Is.EqualTo(before));
            Assert.That(Fields(json, "newState"), Is.EqualTo(after));
        }
    }

    [Test]
    public void A_replacement_says_when_and_which_comes_first()
    {
        var state = States.Thing("a", ("x", 1)).Deployed();
        var first = new PlanStep
        {
            Op = StepOp.Replace,
            Urn = state.Urn,
            Old = state,
            New = state,
        };
        var second = first with { New = state with { DeleteBeforeReplace = true } };

        var steps = Steps(Plan(first, second), new() { Now = Now });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                steps[0].GetProperty("newState").GetProperty("created").GetString(),
                Is.EqualTo("2026-05-06T07:08:09.12Z")
            );
            Assert.That(steps[0].GetProperty("oldState").GetProperty("delete").GetBoolean(), Is.True);
            Assert.That(steps[1].GetProperty("oldState").GetProperty("pendingReplacement").GetBoolean(), Is.True);
            Assert.That(steps[1].GetProperty("newState").TryGetProperty("outputs", out _), Is.False);
        }
    }

    private static string? Fields(JsonElement step, string state) =>
        step.TryGetProperty(state, out var found)
            ? string.Join(
                ' ',
                found.EnumerateObject().Select(field => field.Name).Except(["urn", "custom", "type", "parent", "provider"])
            )
            : null;
}
