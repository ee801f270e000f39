using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Aws.Ec2.Inputs;
using Pulumi.Aws.Iam.Inputs;
using Pulumi.Aws.Inputs;
using Pulumi.Utilities;

namespace Generator.Tests.Packages;

/// <summary>What programs do with the generated packages, run against mocks.</summary>
[NonParallelizable]
public sealed class PackageTests
{
    [Test]
    public async Task A_resource_registers_its_token_and_its_inputs_by_their_names_on_the_wire()
    {
        var run = await Recorder.RunAsync(() =>
        {
            var topic = new Pulumi.Aws.Sns.Topic("topic");
            _ = new Pulumi.Aws.Ec2.SecurityGroup(
                "group",
                new()
                {
                    VpcId = "vpc-1",
                    Ingress =
                    {
                        new SecurityGroupIngressArgs
                        {
                            Protocol = "tcp",
                            FromPort = 443,
                            ToPort = 443,
                            CidrBlocks = { "10.0.0.0/8" },
                        },
                    },
                    Tags = { ["Name"] = "web" },
                }
            );
            _ = new Pulumi.Aws.CloudWatch.MetricAlarm(
                "alarm",
                new()
                {
                    ComparisonOperator = "GreaterThanThreshold",
                    EvaluationPeriods = 1,
                    Threshold = 0.5,
                    AlarmActions = { topic.Arn },
                }
            );
        });

        var group = run.Resource("group");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(group.Type, Is.EqualTo("aws:ec2/securityGroup:SecurityGroup"));
            Assert.That(group.Inputs.Keys, Is.EquivalentTo(["description", "ingress", "tags", "vpcId"]));
            Assert.That(group.Inputs["description"], Is.EqualTo("Managed by Pulumi"));
            var rule = (ImmutableDictionary<string, object>)((ImmutableArray<object>)group.Inputs["ingress"]).Single();
            Assert.That(rule.Keys, Is.EquivalentTo(["cidrBlocks", "fromPort", "protocol", "toPort"]));
            Assert.That(rule["fromPort"], Is.EqualTo(443));
            Assert.That(run.Resource("alarm").Inputs["threshold"], Is.EqualTo(0.5));
        }
    }

    [Test]
    public async Task A_renamed_member_keeps_its_name_on_the_wire()
    {
        var run = await Recorder.RunAsync(() => _ = new Pulumi.Aws.Iam.Policy("policy", new() { PolicyDocument = "{}" }));

        Assert.That(run.Resource("policy").Inputs["policy"], Is.EqualTo("{}"));
    }

    [Test]
    public async Task A_value_known_to_an_enum_or_not_is_sent_as_it_is()
    {
        var run = await Recorder.RunAsync(() =>
        {
            _ = new Pulumi.Aws.Route53.Record("known", Record(Pulumi.Aws.Route53.RecordType.CNAME));
            _ = new Pulumi.Aws.Route53.Record("text", Record("HTTPS"));
        });

        Assert.That(run.Resource("known").Inputs["type"], Is.EqualTo("CNAME"));
        Assert.That(run.Resource("text").Inputs["type"], Is.EqualTo("HTTPS"));

        static Pulumi.Aws.Route53.RecordArgs Record(InputUnion<string, Pulumi.Aws.Route53.RecordType> type) =>
            new()
            {
                Name = "www",
                ZoneId = "Z1",
                Type = type,
            };
    }

    [Test]
    public async Task An_existing_resource_is_read_by_its_id()
    {
        var run = await Recorder.RunAsync(() =>
            _ = Pulumi.Aws.Ec2.Vpc.Get("vpc", "vpc-123", new() { CidrBlock = "10.0.0.0/16" })
        );

        Assert.That(run.Resource("vpc").Id, Is.EqualTo("vpc-123"));
        Assert.That(run.Resource("vpc").Inputs["cidrBlock"], Is.EqualTo("10.0.0.0/16"));
    }

    [Test]
    public async Task A_provider_sends_all_but_strings_as_JSON()
    {
        var run = await Recorder.RunAsync(() =>
            _ = new Pulumi.Aws.Provider(
                "main",
                new()
                {
                    Region = "eu-central-1",
                    MaxRetries = 3,
                    AllowedAccountIds = { "123456789012" },
                    DefaultTags = new ProviderDefaultTagsArgs { Tags = { ["Owner"] = "idp" } },
                }
            )
        );

        var inputs = run.Resource("main").Inputs;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Resource("main").Type, Is.EqualTo("pulumi:providers:aws"));
            Assert.That(inputs["region"], Is.EqualTo("eu-central-1"));
            Assert.That(inputs["maxRetries"], Is.EqualTo("3"));
            Assert.That(inputs["allowedAccountIds"], Is.EqualTo("""[ "123456789012" ]"""));
            Assert.That(inputs["defaultTags"], Is.EqualTo("""{ "tags": { "Owner": "idp" } }"""));
            Assert.That(inputs["skipRegionValidation"], Is.EqualTo("true"), "the schema's default");
            Assert.That(inputs["skipCredentialsValidation"], Is.EqualTo("false"), "the schema's default");
        }
    }

    [Test]
    public async Task A_secret_input_is_secret_whatever_is_assigned()
    {
        var scalar = new Pulumi.Aws.Rds.InstanceArgs { InstanceClass = "db.t4g.micro", Password = "hunter2" };
        var list = new Pulumi.Aws.ElastiCache.UserArgs { Passwords = { } };
        list.Passwords = new[] { "hunter2" };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Output.IsSecretAsync(scalar.Password!.ToOutput()), Is.True);
            Assert.That(await OutputUtilities.GetValueAsync(scalar.Password!.ToOutput()), Is.EqualTo("hunter2"));
            Assert.That(await Output.IsSecretAsync(list.Passwords.ToOutput()), Is.True);
            Assert.That(await OutputUtilities.GetValueAsync(list.Passwords.ToOutput()), Is.EqualTo(["hunter2"]));
        }
    }

    [Test]
    public async Task A_function_sends_its_arguments_and_fills_its_result_from_the_answer()
    {
        Output<Pulumi.Aws.GetAvailabilityZonesResult>? result = null;
        var answer = ImmutableDictionary<string, object>
            .Empty.Add("names", ImmutableArray.Create<object>("eu-central-1a", "eu-central-1b"))
            .Add("zoneIds", ImmutableArray.Create<object>("euc1-az2", "euc1-az3"))
            .Add("groupNames", ImmutableArray<object>.Empty)
            .Add("id", "eu-central-1")
            .Add("region", "eu-central-1");

        var run = await Recorder.RunAsync(
            () => result = Pulumi.Aws.GetAvailabilityZones.Invoke(new() { State = "available", ExcludeZoneIds = { "euc1-az1" } }),
            answer
        );

        var zones = await OutputUtilities.GetValueAsync(result!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Call.Token, Is.EqualTo("aws:index/getAvailabilityZones:getAvailabilityZones"));
            Assert.That(run.Call.Args!["state"], Is.EqualTo("available"));
            Assert.That(run.Call.Args["excludeZoneIds"], Is.EqualTo(new object[] { "euc1-az1" }));
            Assert.That(zones.Names, Is.EqualTo(["eu-central-1a", "eu-central-1b"]));
            Assert.That(zones.Region, Is.EqualTo("eu-central-1"));
            Assert.That(zones.State, Is.Null);
        }
    }

    [Test]
    public async Task Nested_arguments_of_a_function_exist_plain_and_as_inputs()
    {
        var plain = new Pulumi.Aws.Iam.GetPolicyDocumentArgs
        {
            Statements = { new GetPolicyDocumentStatementArgs { Actions = { "s3:*" } } },
        };
        var run = await Recorder.RunAsync(
            () =>
                _ = Pulumi.Aws.Iam.GetPolicyDocument.Invoke(
                    new()
                    {
                        Statements = new[] { new GetPolicyDocumentStatementInputArgs { Actions = { Output.Create("s3:*") } } },
                    }
                ),
            ImmutableDictionary<string, object>.Empty.Add("id", "1").Add("json", "{}").Add("minifiedJson", "{}")
        );

        Assert.That(plain.Statements.Single().Actions, Is.EqualTo(["s3:*"]));
        Assert.That(run.Call.Args!.Keys, Is.EquivalentTo(["statements"]));
    }

    [Test]
    public async Task A_component_of_another_package_is_registered_and_takes_types_of_aws()
    {
        var run = await Recorder.RunAsync(() =>
        {
            _ = new Pulumi.Awsx.Ecr.Repository("repository", new() { ForceDelete = true });
            _ = new Pulumi.Awsx.Ec2.Vpc(
                "vpc",
                new()
                {
                    CidrBlock = "10.0.0.0/16",
                    NatGateways = new() { Strategy = Pulumi.Awsx.Ec2.NatGatewayStrategy.Single },
                }
            );
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Resource("repository").Type, Is.EqualTo("awsx:ecr:Repository"));
            Assert.That(run.Resource("repository").Inputs["forceDelete"], Is.True);
            Assert.That(
                run.Resource("vpc").Inputs["natGateways"],
                Is.EqualTo(new Dictionary<string, object> { ["strategy"] = "Single" })
            );
        }
    }

    [TestCase(typeof(Pulumi.Aws.Ec2.Vpc), "7.48.0")]
    [TestCase(typeof(Pulumi.Awsx.Ec2.Vpc), "3.9.0")]
    [TestCase(typeof(Pulumi.Random.RandomPet), "4.21.2")]
    public void A_package_has_the_version_of_its_schema_as_its_assembly_and_on_its_types(Type type, string version)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(type.GetCustomAttribute<ResourceTypeAttribute>()!.Version, Is.EqualTo(version));
            Assert.That(type.Assembly.GetName().Version!.ToString(3), Is.EqualTo(version));
        }
    }

    [Test]
    public void An_enum_is_its_value()
    {
        var single = Pulumi.Awsx.Ec2.NatGatewayStrategy.Single;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(single.ToString(), Is.EqualTo("Single"));
            Assert.That((string)single, Is.EqualTo("Single"));
            Assert.That(single, Is.EqualTo(Pulumi.Awsx.Ec2.NatGatewayStrategy.Single));
            Assert.That(single == Pulumi.Awsx.Ec2.NatGatewayStrategy.None, Is.False);
            Assert.That(single != Pulumi.Awsx.Ec2.NatGatewayStrategy.None, Is.True);
            Assert.That(single.GetHashCode(), Is.EqualTo(Pulumi.Awsx.Ec2.NatGatewayStrategy.Single.GetHashCode()));
            Assert.That(default(Pulumi.Awsx.Ec2.NatGatewayStrategy).GetHashCode(), Is.Zero);
        }
    }
}
