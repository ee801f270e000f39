using Pulumi.Automation;
using Pulumi.Automation.Events;

namespace Automation.Tests.Events;

/// <summary>Each kind of event, as the engine writes it.</summary>
public sealed class EventTests
{
    private const string Bucket = """
        {"op":"update","urn":"urn:b","type":"aws:s3/bucket:Bucket","provider":"urn:p::id","keys":["bucket"],"diffs":["tags"],"logical":true,
        "old":{"type":"aws:s3/bucket:Bucket","urn":"urn:b","custom":true,"id":"b-1","parent":"urn:s","protect":true,"inputs":{"n":1},"outputs":{"arn":"a","list":["x",{"y":null}]},"provider":"urn:p::id","initErrors":["slow"],"delete":true},
        "new":{"type":"aws:s3/bucket:Bucket","urn":"urn:b","id":"b-1","parent":"urn:s","inputs":{"password":"[secret]"},"outputs":{}},
        "detailedDiff":{"tags.a":{"diffKind":"add","inputDiff":true},"bucket":{"diffKind":"update-replace","inputDiff":false}}}
        """;

    private static string OneLine => Bucket.ReplaceLineEndings("");

    [Test]
    public async Task A_step_that_begins_has_both_states_and_every_difference()
    {
        var happened = await EventPlayback.OneAsync("resourcePreEvent", $$"""{"metadata":{{OneLine}},"planning":true}""");

        var step = happened.ResourcePreEvent!.Metadata;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((happened.Sequence, happened.Timestamp), Is.EqualTo((4, 1767323045)));
            Assert.That(happened.ResourcePreEvent.Planning, Is.True);
            Assert.That(
                (step.Op, step.Urn, step.Type, step.Provider),
                Is.EqualTo((OperationType.Update, "urn:b", "aws:s3/bucket:Bucket", "urn:p::id"))
            );
            Assert.That(step.Keys!.Value, Is.EqualTo(new[] { "bucket" }));
            Assert.That(step.Diffs!.Value, Is.EqualTo(new[] { "tags" }));
            Assert.That(step.Logical, Is.True);
            Assert.That(
                step.DetailedDiff!.OrderBy(diff => diff.Key).Select(diff => (diff.Key, diff.Value.Kind, diff.Value.InputDiff)),
                Is.EqualTo(new[] { ("bucket", DiffKind.UpdateReplace, false), ("tags.a", DiffKind.Add, true) })
            );
            Assert.That(
                (step.Old!.Id, step.Old.Parent, step.Old.Custom, step.Old.Protect, step.Old.Delete),
                Is.EqualTo(("b-1", "urn:s", (bool?)true, (bool?)true, (bool?)true))
            );
            Assert.That(
                (step.Old.Type, step.Old.Urn, step.Old.Provider),
                Is.EqualTo(("aws:s3/bucket:Bucket", "urn:b", "urn:p::id"))
            );
            Assert.That(step.Old.InitErrors!.Value, Is.EqualTo(new[] { "slow" }));
            Assert.That(step.Old.Inputs["n"], Is.EqualTo(1L));
            Assert.That(
                step.Old.Outputs["list"],
                Is.EqualTo(
                    new object[]
                    {
                        "x",
                        new Dictionary<string, object?> { ["y"] = null },
                    }
                )
            );
            Assert.That(step.New!.Inputs["password"], Is.EqualTo("[secret]"));
            Assert.That(
                (step.New.Custom, step.New.Protect, step.New.InitErrors),
                Is.EqualTo(((bool?)null, (bool?)null, (object?)null))
            );
        }
    }

    [Test]
    public async Task A_step_that_ends_has_what_it_may_have_and_nothing_else()
    {
        var happened = await EventPlayback.OneAsync(
            "resOutputsEvent",
            """{"metadata":{"op":"create","urn":"urn:b","type":"t","old":null,"new":null,"detailedDiff":null,"provider":""}}"""
        );

        var step = happened.ResourceOutputsEvent!.Metadata;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(happened.ResourceOutputsEvent.Planning, Is.Null);
            Assert.That(
                (step.Op, step.Old, step.New, step.DetailedDiff, step.Logical),
                Is.EqualTo((OperationType.Create, (object?)null, (object?)null, (object?)null, (bool?)null))
            );
            Assert.That((step.Keys.HasValue, step.Diffs.HasValue), Is.EqualTo((false, false)));
        }
    }

    [Test]
    public async Task A_step_that_fails_says_how_far_it_got()
    {
        var happened = await EventPlayback.OneAsync("resOpFailedEvent", $$"""{"metadata":{{OneLine}},"status":1,"steps":5}""");

        var failed = happened.ResourceOperationFailedEvent!;
        Assert.That((failed.Metadata.Urn, failed.Status, failed.Steps), Is.EqualTo(("urn:b", 1, 5)));
    }

    [Test]
    public async Task A_message_has_its_resource_and_its_severity()
    {
        var happened = await EventPlayback.OneAsync(
            "diagnosticEvent",
            """{"urn":"urn:b","prefix":"error: ","message":"no <{%reset%}>","color":"raw","severity":"error","streamID":3,"ephemeral":true}"""
        );

        var message = happened.DiagnosticEvent!;
        Assert.That(
            (message.Urn, message.Prefix, message.Message, message.Color, message.Severity, message.StreamId, message.Ephemeral),
            Is.EqualTo(("urn:b", "error: ", "no <{%reset%}>", "raw", "error", "3", (bool?)true))
        );
    }

    [Test]
    public async Task The_summary_counts_what_is_known_and_what_is_not()
    {
        var happened = await EventPlayback.OneAsync(
            "summaryEvent",
            """{"maybeCorrupt":true,"durationSeconds":12,"resourceChanges":{"create":2,"dance":3,"sing":1},"PolicyPacks":{"cis":"1.0"},"isPreview":false,"result":"failed"}"""
        );

        var summary = happened.SummaryEvent!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((summary.MaybeCorrupt, summary.DurationSeconds), Is.EqualTo((true, 12)));
            Assert.That(
                summary.ResourceChanges,
                Is.EquivalentTo(new Dictionary<OperationType, int> { [OperationType.Create] = 2, [OperationType.Unknown] = 4 })
            );
            Assert.That(summary.PolicyPacks["cis"], Is.EqualTo("1.0"));
        }
    }

    [Test]
    public async Task The_other_kinds_are_read()
    {
        var prelude = await EventPlayback.OneAsync("preludeEvent", """{"config":{"shop:token":"[secret]"}}""");
        var text = await EventPlayback.OneAsync("stdoutEvent", """{"message":"hello","color":"never"}""");
        var cancel = await EventPlayback.OneAsync("cancelEvent", "{}");
        var policy = await EventPlayback.OneAsync(
            "policyEvent",
            """{"resourceUrn":"urn:b","message":"open","color":"raw","policyName":"no-public","policyPackName":"cis","policyPackVersion":"1.0","policyPackVersionTag":"v1","enforcementLevel":"mandatory"}"""
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(prelude.PreludeEvent!.Config["shop:token"], Is.EqualTo("[secret]"));
            Assert.That((text.StandardOutputEvent!.Message, text.StandardOutputEvent.Color), Is.EqualTo(("hello", "never")));
            Assert.That(cancel.CancelEvent, Is.Not.Null);
            Assert.That(cancel.SummaryEvent, Is.Null);
            var violation = policy.PolicyEvent!;
            Assert.That(
                (violation.ResourceUrn, violation.Message, violation.Color, violation.PolicyName),
                Is.EqualTo(("urn:b", "open", "raw", "no-public"))
            );
            Assert.That(
                (
                    violation.PolicyPackName,
                    violation.PolicyPackVersion,
                    violation.PolicyPackVersionTag,
                    violation.EnforcementLevel
                ),
                Is.EqualTo(("cis", "1.0", "v1", "mandatory"))
            );
        }
    }

    [Test]
    public async Task A_kind_this_API_does_not_know_arrives_empty()
    {
        var happened = await EventPlayback.OneAsync("progressEvent", """{"type":"plugin-download","received":1,"total":2}""");

        Assert.That(
            (happened.Sequence, happened.DiagnosticEvent, happened.CancelEvent),
            Is.EqualTo((4, (object?)null, (object?)null))
        );
    }

    [TestCase("same", OperationType.Same)]
    [TestCase("replace", OperationType.Replace)]
    [TestCase("delete", OperationType.Delete)]
    [TestCase("create-replacement", OperationType.CreateReplacement)]
    [TestCase("delete-replaced", OperationType.DeleteReplaced)]
    [TestCase("read", OperationType.Read)]
    [TestCase("read-replacement", OperationType.ReadReplacement)]
    [TestCase("refresh", OperationType.Refresh)]
    [TestCase("discard", OperationType.ReadDiscard)]
    [TestCase("discard-replaced", OperationType.DiscardReplaced)]
    [TestCase("remove-pending-replace", OperationType.RemovePendingReplace)]
    [TestCase("import", OperationType.Import)]
    [TestCase("import-replacement", OperationType.ImportReplacement)]
    [TestCase("dance", OperationType.Unknown)]
    public void Operations_have_the_words_of_the_engine(string word, OperationType operation) =>
        Assert.That(OperationTypes.Parse(word), Is.EqualTo(operation));

    [TestCase("add-replace", DiffKind.AddReplace)]
    [TestCase("delete", DiffKind.Delete)]
    [TestCase("delete-replace", DiffKind.DeleteReplace)]
    [TestCase("update", DiffKind.Update)]
    [TestCase("dance", DiffKind.Update)]
    public void Kinds_of_differences_have_the_words_of_the_engine(string word, DiffKind kind) =>
        Assert.That(DiffKinds.Parse(word), Is.EqualTo(kind));
}
