using Engine.Planning;
using Engine.Previewing;
using Engine.Projects;
using Engine.Tests.Previewing;
using Engine.Values;
using Pulumirpc;
using static Engine.Tests.Make;

namespace Engine.Tests.Providers;

/// <summary>Functions are answered from what the stack declares, and every answer says where it came from.</summary>
public sealed class FunctionTests
{
    private const string CallerIdentity = "aws:index/getCallerIdentity:getCallerIdentity";
    private const string Region = "aws:index/getRegion:getRegion";
    private const string Zones = "aws:index/getAvailabilityZones:getAvailabilityZones";
    private const string Partition = "aws:index/getPartition:getPartition";

    [Test]
    public async Task Account_region_and_zones_come_from_the_stack_file()
    {
        var (answers, result) = await AskAsync(
            [CallerIdentity, Region, Zones],
            ConfigEntry.Of("aws:allowedAccountIds", """["123456789012","2"]""", source: "Pulumi.dev.yaml:3"),
            ConfigEntry.Of("aws:region", "ap-northeast-1", source: "Pulumi.dev.yaml:4"),
            ConfigEntry.Of("infra:availabilityZones", """["ap-northeast-1c","a"]""", source: "Pulumi.dev.yaml:5")
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers[0]["accountId"], Is.EqualTo(Of("123456789012")));
            Assert.That(answers[0]["arn"], Is.EqualTo(Of("arn:aws:iam::123456789012:root")));
            Assert.That(answers[1]["name"], Is.EqualTo(Of("ap-northeast-1")));
            Assert.That(answers[1]["description"], Is.EqualTo(Of("Asia Pacific (Tokyo)")));
            Assert.That(answers[1]["endpoint"], Is.EqualTo(Of("ec2.ap-northeast-1.amazonaws.com")));
            Assert.That(answers[2]["names"], Is.EqualTo(List("ap-northeast-1a", "ap-northeast-1c")));
            Assert.That(answers[2]["zoneIds"], Is.EqualTo(List("apne1-az1", "apne1-az3")));
            Assert.That(
                result.Plan.Assumptions.ToArray(),
                Is.EqualTo(
                    new[]
                    {
                        new Assumption("account", "123456789012", "Pulumi.dev.yaml:3"),
                        new Assumption("region", "ap-northeast-1", "Pulumi.dev.yaml:4"),
                        new Assumption("zones", "ap-northeast-1c, ap-northeast-1a", "Pulumi.dev.yaml:5"),
                    }
                )
            );
        }
    }

    [Test]
    public async Task What_is_not_declared_is_built_in_and_says_how_to_declare_it()
    {
        var (answers, result) = await AskAsync([CallerIdentity, Zones], ConfigEntry.Of("aws:region", "ap-northeast-1"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers[0]["accountId"], Is.EqualTo(Of("111111111111")));
            Assert.That(answers[1]["names"], Is.EqualTo(List("ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d")));
            Assert.That(
                result.Plan.Assumptions,
                Does.Contain(new Assumption("account", "111111111111", "built in; set aws:allowedAccountIds in Pulumi.dev.yaml"))
            );
        }
    }

    [TestCase("cn-north-1", "aws-cn", "amazonaws.com.cn", "cn.com.amazonaws")]
    [TestCase("us-gov-west-1", "aws-us-gov", "amazonaws.com", "com.amazonaws")]
    [TestCase("eu-west-1", "aws", "amazonaws.com", "com.amazonaws")]
    public async Task The_partition_follows_from_the_region(string region, string partition, string suffix, string reverse)
    {
        var (answers, _) = await AskAsync([Partition], ConfigEntry.Of("aws:region", region));

        Assert.That(
            answers[0],
            Is.EqualTo(Map(("dnsSuffix", suffix), ("id", partition), ("partition", partition), ("reverseDnsPrefix", reverse)))
        );
    }

    [Test]
    public async Task An_explicit_provider_s_region_and_account_win()
    {
        ObjectValue? region = null;
        ObjectValue? account = null;
        var result = await FakeProgram.PreviewAsync(
            async program =>
            {
                await program.RegisterStackAsync();
                var virginia = await program.RegisterAsync(
                    "pulumi:providers:aws",
                    "virginia",
                    Map(("region", "us-east-1"), ("allowedAccountIds", """["999999999999"]"""))
                );
                region = Read(await program.InvokeAsync(Region, provider: $"{virginia.Urn}::{Signatures.Unknown}"));
                account = Read(await program.InvokeAsync(CallerIdentity, provider: $"{virginia.Urn}::{Signatures.Unknown}"));
            },
            options => Configured(options, ConfigEntry.Of("aws:region", "ap-northeast-1"))
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(region!["name"], Is.EqualTo(Of("us-east-1")));
            Assert.That(account!["accountId"], Is.EqualTo(Of("999999999999")));
            Assert.That(result.Plan.Assumptions, Does.Contain(new Assumption("region", "us-east-1", "provider virginia")));
        }
    }

    [Test]
    public async Task Excluded_zones_are_left_out()
    {
        var (answers, _) = await AskAsync(program =>
            program.InvokeAsync(
                Zones,
                Map(("region", "us-west-2"), ("excludeNames", List("us-west-2b")), ("excludeZoneIds", List("usw2-az4")))
            )
        );

        Assert.That(answers[0]["names"], Is.EqualTo(List("us-west-2a", "us-west-2c")));
    }

    [Test]
    public async Task The_account_of_the_load_balancers_is_that_of_the_region()
    {
        var (answers, _) = await AskAsync(
            ["aws:elb/getServiceAccount:getServiceAccount"],
            ConfigEntry.Of("aws:region", "ap-northeast-1")
        );

        Assert.That(answers[0]["arn"], Is.EqualTo(Of("arn:aws:iam::582318560864:root")));
    }

    [Test]
    public async Task Default_tags_are_those_of_the_provider()
    {
        var (answers, _) = await AskAsync(async program =>
        {
            var tagged = await program.RegisterAsync(
                "pulumi:providers:aws",
                "tagged",
                Map(("defaultTags", """{"tags":{"Team":"shop"}}"""))
            );
            return await program.InvokeAsync("aws:index/getDefaultTags:getDefaultTags", provider: $"{tagged.Urn}::");
        });

        Assert.That(answers[0]["tags"], Is.EqualTo(Map(("Team", "shop"))));
    }

    [TestCase("aws:ec2/getVpc:getVpc", "arn")]
    [TestCase("aws:elb/getServiceAccount:getServiceAccount", "id")]
    public async Task What_takes_the_cloud_is_unknown_property_by_property_and_warned_of_once(string token, string property)
    {
        ResourceInvokeResponse? answer = null;
        var result = await FakeProgram.PreviewAsync(
            async program =>
            {
                await program.RegisterStackAsync();
                await program.InvokeAsync(token);
                answer = await program.InvokeAsync(token);
            },
            options => Configured(options, ConfigEntry.Of("aws:region", "eu-south-2"))
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer!.Unknown, Is.True);
            Assert.That(answer.Return.Fields[property].StringValue, Is.EqualTo(Signatures.Unknown));
            Assert.That(result.Texts(Severity.Warning).Single(), Does.StartWith($"{token} cannot be answered offline"));
            Assert.That(result.Failed, Is.False);
        }
    }

    [Test]
    public async Task Unknown_arguments_make_an_unknown_result_without_a_warning()
    {
        var result = await FakeProgram.PreviewAsync(async program =>
        {
            await program.RegisterStackAsync();
            var answer = await program.InvokeAsync("aws:iam/getPolicyDocument:getPolicyDocument", Map(("policyId", Unknown)));
            Assert.That(answer.Unknown, Is.True);
        });

        Assert.That(result.Plan.Diagnostics, Is.Empty);
    }

    [Test]
    public async Task A_refused_argument_is_a_failure_and_a_problem_that_names_stack_and_function()
    {
        ResourceInvokeResponse? answer = null;
        var result = await FakeProgram.PreviewAsync(async program =>
        {
            await program.RegisterStackAsync();
            answer = await program.InvokeAsync("aws:iam/getPolicyDocument:getPolicyDocument", Map(("version", "1")));
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer!.Failures.Single().Reason, Does.Contain("version: got '1'"));
            Assert.That(
                result.OnlyProblem(),
                Does.StartWith("dev: aws:iam/getPolicyDocument:getPolicyDocument: version: got '1'")
            );
        }
    }

    [Test]
    public async Task A_function_uses_the_default_provider_which_is_registered_for_it()
    {
        var (_, result) = await AskAsync([Region]);

        Assert.That(result.Step("default_7_48_0").Internal, Is.True);
    }

    private static ObjectValue Read(ResourceInvokeResponse response) =>
        new WireReader(new SecretTexts(), new NamePool()).Read(response.Return);

    private static PreviewOptions Configured(PreviewOptions options, params ConfigEntry[] entries) =>
        options with
        {
            Config = entries.ToDictionary(entry => entry.Key),
        };

    private static async Task<(List<ObjectValue> Answers, PreviewResult Result)> AskAsync(
        string[] tokens,
        params ConfigEntry[] config
    )
    {
        var answers = new List<ObjectValue>();
        var result = await FakeProgram.PreviewAsync(
            async program =>
            {
                await program.RegisterStackAsync();
                foreach (var token in tokens)
                    answers.Add(Read(await program.InvokeAsync(token)));
            },
            options => Configured(options, config)
        );
        return (answers, result);
    }

    private static async Task<(List<ObjectValue> Answers, PreviewResult Result)> AskAsync(
        Func<FakeProgram, Task<ResourceInvokeResponse>> ask
    )
    {
        var answers = new List<ObjectValue>();
        var result = await FakeProgram.PreviewAsync(async program =>
        {
            await program.RegisterStackAsync();
            answers.Add(Read(await ask(program)));
        });
        return (answers, result);
    }
}
