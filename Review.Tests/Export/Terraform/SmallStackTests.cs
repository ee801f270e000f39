using System.Text.Json.Nodes;
using Review.Export.Terraform;

namespace Review.Tests.Export.Terraform;

/// <summary>What becomes of each kind of value.</summary>
public sealed class SmallStackTests
{
    private readonly JsonObject _document = Exports.Of(SmallStacks.Shop.Plan());

    [Test]
    public void The_whole_of_it_reads_as_a_plan_of_Terraform_does() =>
        Golden.Check(
            $"{Exports.Text(SmallStacks.Shop.Plan())}\n",
            "Review.Tests",
            "Export",
            "Terraform",
            "small-stack.verified.json"
        );

    [Test]
    public void What_scanners_ask_for_is_where_they_look()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That((bool)After("aws_db_instance")["storage_encrypted"]!, Is.True);
            Assert.That((int)After("aws_security_group", "web_sg")["ingress"]![0]!["from_port"]!, Is.EqualTo(443));
            Assert.That(
                (string?)After("aws_security_group", "web_sg")["ingress"]![0]!["cidr_blocks"]![0],
                Is.EqualTo("0.0.0.0/0")
            );
            Assert.That((string?)After("aws_lb_listener")["ssl_policy"], Is.EqualTo("ELBSecurityPolicy-TLS13-1-2-2021-06"));
            Assert.That(
                (string?)After("aws_lb_listener")["default_action"]![0]!["fixed_response"]![0]!["status_code"],
                Is.EqualTo("404")
            );
            Assert.That(
                (string?)After("aws_iam_policy")["policy"],
                Does.Contain("\"Action\":\"kms:Decrypt\"").And.Contain("\"${aws_kms_key.key.arn}\",\"@gone.arn\"")
            );
            Assert.That(
                (string?)After("aws_ecs_task_definition")["container_definitions"],
                Does.Contain("\"value\":\"${aws_db_instance.db.address}\"")
            );
            Assert.That((string?)After("aws_s3_bucket_policy")["policy"], Does.StartWith("{\"Statement\":[{\"Action\":\"s3:*\""));
            Assert.That(
                References("aws_s3_bucket_public_access_block", "bucket"),
                Is.EqualTo(["aws_s3_bucket.logs.bucket", "aws_s3_bucket.logs"])
            );
            Assert.That(References("aws_db_instance", "kms_key_id"), Is.EqualTo(["aws_kms_key.key.arn", "aws_kms_key.key"]));
        }
    }

    [Test]
    public void Kinds_are_those_of_Terraform_where_Pulumi_takes_others()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(After("aws_ecs_task_definition")["cpu"]!.ToJsonString(), Is.EqualTo("\"256\""));
            Assert.That(After("aws_security_group", "other")["revoke_rules_on_delete"]!.ToJsonString(), Is.EqualTo("true"));
            Assert.That(
                After("aws_elasticache_replication_group")["at_rest_encryption_enabled"]!.ToJsonString(),
                Is.EqualTo("\"true\"")
            );
            Assert.That(
                After("aws_api_gateway_rest_api")["endpoint_configuration"]!.ToJsonString(),
                Is.EqualTo("[{\"types\":[\"REGIONAL\"]}]")
            );
            Assert.That(After("aws_ecs_task_definition")["volume"]!.ToJsonString(), Is.EqualTo("[]"));
        }
    }

    [Test]
    public void What_is_unknown_is_left_out_and_marked()
    {
        var (group, instance) = (
            Exports.Change(_document, "aws_security_group", "web_sg"),
            Exports.Change(_document, "aws_db_instance")
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(group["after"]!.AsObject().ContainsKey("vpc_id"), Is.False);
            Assert.That((bool)group["after_unknown"]!["vpc_id"]!, Is.True);
            Assert.That(group["after"]!["ingress"]![1]!["security_groups"]!.ToJsonString(), Is.EqualTo("[null,\"sg-1\"]"));
            Assert.That(
                group["after_unknown"]!["ingress"]!.ToJsonString(),
                Is.EqualTo("[{\"cidr_blocks\":[false]},{\"security_groups\":[true,false]}]")
            );
            Assert.That((bool)group["after_unknown"]!["arn"]!, Is.True);
            Assert.That((bool)instance["after_unknown"]!["id"]!, Is.True);
            Assert.That(instance["after_unknown"]!.AsObject().ContainsKey("engine"), Is.False);
            // Part of a text is as unknown as all of it, unless it is a document.
            Assert.That(
                (bool)Exports.Change(_document, "aws_secretsmanager_secret_version")["after_unknown"]!["secret_id"]!,
                Is.True
            );
        }
    }

    [Test]
    public void No_secret_is_in_it_and_each_is_marked()
    {
        var instance = Exports.Change(_document, "aws_db_instance");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_document.ToJsonString(), Does.Not.Contain(SmallStacks.Canary));
            Assert.That((string?)instance["after"]!["password"], Is.EqualTo("(sensitive value)"));
            Assert.That((bool)instance["after_sensitive"]!["password"]!, Is.True);
            Assert.That(Expression("aws_db_instance", "password").ToJsonString(), Is.EqualTo("{}"));
            Assert.That(
                Exports.Change(_document, "aws_api_gateway_rest_api")["after_sensitive"]!["tags_all"]!.ToJsonString(),
                Is.EqualTo("{\"Secret\":true}")
            );
            // Generated, so unknown and secret at once.
            Assert.That((bool)Exports.Change(_document, "random_password")["after_unknown"]!["result"]!, Is.True);
            Assert.That((bool)Exports.Change(_document, "random_password")["after_sensitive"]!["result"]!, Is.True);
        }
    }

    [Test]
    public void Providers_are_configurations_with_region_and_default_tags()
    {
        var configs = _document["configuration"]!["provider_config"]!.AsObject();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(configs.Select(config => config.Key), Is.EqualTo(["aws", "aws.virginia", "random"]));
            Assert.That((string?)configs["aws.virginia"]!["expressions"]!["region"]!["constant_value"], Is.EqualTo("us-east-1"));
            Assert.That((string?)configs["aws"]!["expressions"]!["region"]!["constant_value"], Is.EqualTo("ap-northeast-1"));
            Assert.That((string?)Configured("aws_s3_bucket")["provider_config_key"], Is.EqualTo("aws.virginia"));
            Assert.That((string?)After("aws_s3_bucket")["region"], Is.EqualTo("us-east-1"));
            Assert.That(
                After("aws_s3_bucket")["tags_all"]!.ToJsonString(),
                Is.EqualTo("{\"Owner\":\"logs\",\"Stage\":\"test\"}")
            );
            Assert.That(After("aws_s3_bucket")["tags"]!.ToJsonString(), Is.EqualTo("{\"Owner\":\"logs\"}"));
        }
    }

    [Test]
    public void What_no_Terraform_type_is_known_for_is_named()
    {
        Assert.That(
            TerraformPlan.Of(SmallStacks.Shop.Plan()).LeftOut,
            Is.EqualTo([new LeftOut("docker:index/image:Image", "image")])
        );
        Assert.That(_document.ToJsonString(), Does.Not.Contain("docker"));
    }

    private JsonObject After(string type, string? name = null) => (JsonObject)Exports.Change(_document, type, name)["after"]!;

    private JsonObject Configured(string type) =>
        Exports
            .Configured(_document)
            .SelectMany(module => Exports.Resources(module.Module))
            .Single(resource => (string?)resource["type"] == type);

    private JsonNode Expression(string type, string attribute) => Configured(type)["expressions"]![attribute]!;

    private IEnumerable<string?> References(string type, string attribute) =>
        Expression(type, attribute)["references"]!.AsArray().Select(reference => (string?)reference);
}
