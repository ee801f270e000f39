using System.Text.Json.Nodes;
using Engine.Model;
using Engine.Planning;

namespace Review.Tests.Export.Terraform;

/// <summary>Names of modules, and what refers across them.</summary>
public sealed class ModuleTests
{
    private static readonly Plan Tree = Under(
        StackText
            .Of(
                """
                idp:system:IdpServer shop {}
                idp:data:Database shop {}
                idp:cache:Database shop {}
                idp:compute:FargateTask shop-jobs {}
                idp:edge:Gate front {}
                aws:kms/key:Key shop-key {}
                aws:sqs/queue:Queue inner {"kmsMasterKeyId": "@shop-key.arn"}
                aws:sqs/queue:Queue below {"kmsMasterKeyId": "@shop-key.arn"}
                aws:sqs/queue:Queue in-ner {}
                aws:sqs/queue:Queue in_ner {}
                aws:s3/bucket:Bucket bucket {"bucket": "shop-data"}
                aws:s3/bucketVersioning:BucketVersioning versioning {"bucket": "shop-data", "tags": {"Bucket": "shop-data"}}
                """
            )
            .Plan(),
        ("idp:data:Database", "shop", "idp:system:IdpServer", "shop"),
        ("idp:cache:Database", "shop", "idp:system:IdpServer", "shop"),
        ("idp:compute:FargateTask", "shop-jobs", "idp:system:IdpServer", "shop"),
        ("idp:edge:Gate", "front", "idp:system:IdpServer", "shop"),
        ("aws:kms/key:Key", "shop-key", "idp:edge:Gate", "front"),
        ("aws:sqs/queue:Queue", "inner", "idp:compute:FargateTask", "shop-jobs"),
        ("aws:sqs/queue:Queue", "below", "aws:kms/key:Key", "shop-key")
    );

    private readonly JsonObject _document = Exports.Of(Tree);

    [Test]
    public void A_module_is_named_by_what_it_is_and_what_its_name_adds() =>
        Assert.That(
            Exports.Configured(_document).Select(module => module.Address),
            Is.EqualTo([
                "",
                "module.shop",
                "module.shop.module.database",
                "module.shop.module.database_2",
                "module.shop.module.fargate_task_jobs",
                "module.shop.module.gate_front",
            ])
        );

    [Test]
    public void A_resource_lies_in_the_component_nearest_to_it() =>
        Assert.That(
            _document["resource_changes"]!.AsArray().Select(change => (string?)change!["address"]),
            Is.EqualTo([
                "aws_s3_bucket.bucket",
                "aws_s3_bucket_versioning.versioning",
                "aws_sqs_queue.in_ner",
                "aws_sqs_queue.in_ner_2",
                "module.shop.module.fargate_task_jobs.aws_sqs_queue.inner",
                "module.shop.module.gate_front.aws_kms_key.shop_key",
                "module.shop.module.gate_front.aws_sqs_queue.below",
            ])
        );

    [Test]
    public void Across_modules_a_reference_says_where_it_leads()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                References("aws_sqs_queue.inner", "kms_master_key_id"),
                Is.EqualTo([
                    "aws_kms_key.shop_key.arn",
                    "aws_kms_key.shop_key",
                    "module.shop.module.gate_front.aws_kms_key.shop_key",
                ])
            );
            Assert.That(
                References("aws_sqs_queue.below", "kms_master_key_id"),
                Is.EqualTo(["aws_kms_key.shop_key.arn", "aws_kms_key.shop_key"])
            );
        }
    }

    [Test]
    public void A_known_text_refers_to_the_property_it_came_from()
    {
        var bucket = Tree.Steps.Single(step => step.State.Name == "bucket").Urn;
        var document = Exports.Of(
            Changed(
                Tree,
                "versioning",
                state =>
                    state with
                    {
                        PropertyDependencies = state.PropertyDependencies.Add("bucket", [bucket]).Add("tags", [bucket]),
                    }
            )
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                References("aws_s3_bucket_versioning.versioning", "bucket", document),
                Is.EqualTo(["aws_s3_bucket.bucket.bucket", "aws_s3_bucket.bucket"])
            );
            Assert.That(
                (string?)Expression("aws_s3_bucket_versioning.versioning", "tags", document)["constant_value"]!["Bucket"],
                Is.EqualTo("shop-data")
            );
            // Nobody said where it came from.
            Assert.That(
                (string?)Expression("aws_s3_bucket_versioning.versioning", "bucket", _document)["constant_value"],
                Is.EqualTo("shop-data")
            );
        }
    }

    private IEnumerable<string?> References(string address, string attribute, JsonObject? document = null) =>
        Expression(address, attribute, document ?? _document)["references"]!.AsArray().Select(reference => (string?)reference);

    private static JsonNode Expression(string address, string attribute, JsonObject document) =>
        Exports
            .Configured(document)
            .SelectMany(module => Exports.Resources(module.Module))
            .Single(resource => (string?)resource["address"] == address)["expressions"]![attribute]!;

    private static Plan Under(Plan plan, params (string Type, string Name, string ParentType, string ParentName)[] parents)
    {
        foreach (var (type, name, parentType, parentName) in parents)
        {
            var parent = plan.Steps.Single(step => step.State.Type == parentType && step.State.Name == parentName).State;
            plan = plan with
            {
                Steps =
                [
                    .. plan.Steps.Select(step =>
                        step.State.Type == type && step.State.Name == name ? Placed(step, parent, plan) : step
                    ),
                ],
            };
        }
        return plan;
    }

    private static PlanStep Placed(PlanStep step, ResourceState parent, Plan plan)
    {
        var state = step.New! with
        {
            Parent = parent.Urn,
            Urn = Urns.Create(plan.Stack, plan.Project, parent.Urn, step.State.Type, step.State.Name),
        };
        return step with { Urn = state.Urn, New = state };
    }

    private static Plan Changed(Plan plan, string name, Func<ResourceState, ResourceState> change) =>
        plan with
        {
            Steps = [.. plan.Steps.Select(step => step.State.Name == name ? step with { New = change(step.New!) } : step)],
        };
}
