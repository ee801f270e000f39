using Review.Export.Terraform;

namespace Review.Tests.Export.Terraform;

public sealed class TerraformNamesTests
{
    [TestCase("kmsKeyId", "kms_key_id")]
    [TestCase("cidrBlocks", "cidr_blocks")]
    [TestCase("ipv6CidrBlock", "ipv6_cidr_block")]
    [TestCase("s3KmsKeyArn", "s3_kms_key_arn")]
    [TestCase("name", "name")]
    [TestCase("FargateTask", "fargate_task")]
    public void Properties_get_underscores(string property, string attribute) =>
        Assert.That(TerraformNames.Snake(property), Is.EqualTo(attribute));

    [TestCase("idp-server-vpc", "idp_server_vpc")]
    [TestCase("1a", "_1a")]
    [TestCase("a.b/c:d é", "a_b_c_d__")]
    [TestCase("", "_")]
    public void Logical_names_become_identifiers(string name, string identifier) =>
        Assert.That(TerraformNames.Identifier(name), Is.EqualTo(identifier));

    [Test]
    public void The_second_of_a_name_is_told_apart()
    {
        var taken = new HashSet<string>();
        string[] names = [.. new[] { "a", "a", "a_2", "a" }.Select(name => TerraformNames.Unique(taken, name))];
        Assert.That(names, Is.EqualTo(["a", "a_2", "a_2_2", "a_3"]));
    }

    [Test]
    public void What_Pulumi_renamed_or_flattened_is_as_Terraform_has_it()
    {
        var types = TerraformTypes.Known;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(types.TypeOf("aws:rds/instance:Instance"), Is.EqualTo("aws_db_instance"));
            Assert.That(types.TypeOf("aws:lb/loadBalancer:LoadBalancer"), Is.EqualTo("aws_lb"));
            Assert.That(types.TypeOf("aws:ec2/vpcEndpoint:VpcEndpoint"), Is.EqualTo("aws_vpc_endpoint"));
            Assert.That(types.TypeOf("docker:index/image:Image"), Is.Null);
            Assert.That(types.AttributeOf("aws:lb/listener:Listener", "defaultActions").Name, Is.EqualTo("default_action"));
            Assert.That(types.AttributeOf("aws:cloudwatch/metricAlarm:MetricAlarm", "name").Name, Is.EqualTo("alarm_name"));
            Assert.That(
                types.AttributeOf("aws:apigateway/RestApiEndpointConfiguration:RestApiEndpointConfiguration", "types"),
                Is.EqualTo(new TerraformAttribute("types", Nesting.ListOfOne))
            );
            Assert.That(types.OutputOf("aws:rds/instance:Instance", "masterUserSecret.arn"), Is.EqualTo("master_user_secret"));
        }
    }
}
