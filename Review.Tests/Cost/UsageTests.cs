using Engine;
using Review.Cost;
using Review.Cost.Usage;
using Review.Model;

namespace Review.Tests.Cost;

/// <summary>Numbers of usage: files, profiles, and which one counts.</summary>
public sealed class UsageTests
{
    private const string Gateways = """
        aws:ec2/natGateway:NatGateway nat-a {}
        aws:ec2/natGateway:NatGateway nat-c {}
        """;

    [TestCase("", 50, 50)] // the default of 100, shared
    [TestCase("natGbPerMonth: 10", 5, 5)]
    [TestCase("natGbPerMonth: { value: 10, reason: measured }", 5, 5)]
    [TestCase("{ natGbPerMonth: 10, resources: { nat-a: { natGbPerMonth: 7 } } }", 7, 5)]
    [TestCase("resources: { nat-c: { natGbPerMonth: 0.5 } }", 50, 0.5)]
    public void A_number_of_one_resource_goes_before_that_of_the_stack(string usage, double a, double c)
    {
        var bill = Bills.Of(Gateways, usage);
        Assert.That(
            bill.Items.Where(item => item.Price.Id == "nat-data").Select(item => item.Quantity),
            Is.EqualTo([(decimal)a, (decimal)c])
        );
    }

    [Test]
    public void What_was_taken_is_told_with_source_and_reason()
    {
        var bill = Bills.Of(
            Gateways + "\naws:ec2/vpc:Vpc vpc {}",
            "{ natGbPerMonth: { value: 10, reason: measured }, resources: { nat-a: { natGbPerMonth: 7 } } }"
        );
        Assert.That(
            bill.Usage.Select(assumed =>
                $"{assumed.Setting.Name} {assumed.Resource} {assumed.Amount} {assumed.Source}: {assumed.Reason}"
            ),
            Is.EqualTo([
                "crossZoneGbPerMonth  50 default: a trial load; a meter tells the real number after a week",
                "natGbPerMonth  10 usage.yaml: measured",
                "natGbPerMonth nat-a 7 usage.yaml: given in usage.yaml",
            ])
        );
    }

    [Test]
    public void Everything_wrong_with_a_file_is_told_at_once()
    {
        const string File = """
            natGbPerMoth: 10
            logGbPerMonth: -1
            imageGb: "10"
            bucketGb: 1,000
            spotDiscountPercent: 101
            backupGb: .inf
            tableGb: { valu: 1 }
            emailsPerMonth: [1]
            resources:
              alb: 5
              nat: { natGb: 1, natGbPerMonth: true }
            """;
        var error = Assert.Throws<InputException>(() => UsageReader.Read(File, "usage.yaml"));
        Assert.That(
            error!.Problems,
            Is.EqualTo([
                "natGbPerMoth (line 1): unknown key; did you mean natGbPerMonth?",
                "logGbPerMonth (line 2): got -1, want a number of 0 or more",
                "imageGb (line 3): got \"10\", want a number of 0 or more; write it without quotes and separators",
                "bucketGb (line 4): got \"1,000\", want a number of 0 or more; write it without quotes and separators",
                "spotDiscountPercent (line 5): got 101, want a percentage of 0 to 100",
                "backupGb (line 6): got \".inf\", want a number of 0 or more; write it without quotes and separators",
                "tableGb.value (line 7): got nothing, want a number of 0 or more",
                "tableGb.valu (line 7): unknown key; did you mean value?",
                "emailsPerMonth (line 8): got a list of 1, want a number of 0 or more",
                "resources.alb (line 10): got no map, want settings and numbers",
                "resources.nat.natGb (line 11): unknown key; check the spelling",
                "resources.nat.natGbPerMonth (line 11): got true, want a number of 0 or more",
            ])
        );
    }

    [TestCase("- 1", "the file: got no map")]
    [TestCase("a: [", "line 2")]
    [TestCase("resources: 5", "resources (line 1): got no map")]
    public void What_is_no_usage_file_is_refused(string text, string problem) =>
        Assert.That(
            Assert.Throws<InputException>(() => UsageReader.Read(text, "usage.yaml"))!.Problems,
            Has.Some.StartsWith(problem)
        );

    [Test]
    public void Numbers_that_change_nothing_are_refused()
    {
        const string Usage = "resources: { nat-b: { natGbPerMonth: 1 }, nat-a: { imageGb: 1 } }";
        var bill = Bills.Of(Gateways, Usage);
        var error = Assert.Throws<InputException>(() => UsageCheck.Require(UsageReader.Read(Usage, "usage.yaml"), [bill]));
        Assert.That(
            error!.Problems,
            Is.EqualTo([
                "resources.nat-a.imageGb: nat-a does not depend on it; known: natGbPerMonth",
                "resources.nat-b: no resource of that name depends on usage; did you mean nat-a?",
            ])
        );
    }

    [Test]
    public void A_template_read_again_leads_to_the_same_bill()
    {
        var stack = StackText.Of(
            Gateways
                + """

                aws:ecs/cluster:Cluster c {"settings": [{"name": "containerInsights", "value": "enhanced"}]}
                aws:lambda/function:Function fn {}
                """
        );
        const string Usage = "{ natGbPerMonth: 33.3333333333, resources: { nat-a: { natGbPerMonth: 0.1 } } }";
        var bill = Bills.Of(stack, Usage);
        var template = UsageTemplate.Of(bill);
        var again = Bills.Of(stack, template);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Bills.Lines(again), Is.EqualTo(Bills.Lines(bill)));
            Assert.That(
                UsageTemplate.Of(again).Split('\n').Where(line => !line.TrimStart().StartsWith('#')),
                Is.EqualTo(template.Split('\n').Where(line => !line.TrimStart().StartsWith('#')))
            );
            Assert.That(
                template,
                Does.Contain("\n# Data through all NAT gateways (GB); given in usage.yaml\nnatGbPerMonth: 33.3333333333\n")
            );
            Assert.That(
                template,
                Does.Contain(
                    "\n  nat-a:\n    # Data through all NAT gateways (GB); given in usage.yaml\n    natGbPerMonth: 0.1\n"
                )
            );
        }
    }

    [Test]
    public void Every_profile_can_be_read_and_gives_reasons()
    {
        Assert.That(UsageProfiles.Names, Does.Contain("idp-server").And.Contains("neuraknot-dev"));
        foreach (var name in UsageProfiles.Names)
            Assert.That(UsageProfiles.Find(name)!.Values.Select(value => value.Value.Reason), Is.All.Not.Null, name);
    }

    [Test]
    public void Every_setting_has_a_reason_and_a_name_of_its_own()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                UsageSettings.All.Select(setting => setting.Name),
                Is.Unique.And.Ordered.Using((IComparer<string>)StringComparer.Ordinal)
            );
            Assert.That(UsageSettings.All.Select(setting => setting.Reason), Is.All.Not.Empty);
            Assert.That(UsageSettings.All.Select(setting => setting.Meaning), Is.All.Not.EndsWith("."));
        }
    }

    [TestCase("idp-server", "prod", 2.5)] // 5 million requests, from the profile of the system
    [TestCase("idp-server", "dev", 0.05)] // 100,000, from that of its environment
    [TestCase("other", "dev", 0.5)]
    public void A_stack_has_the_profile_of_its_system_and_environment(string system, string environment, double amount)
    {
        var plan = StackText
            .Of("aws:apigatewayv2/api:Api api {\"protocolType\": \"WEBSOCKET\"}\naws:cloudfront/function:Function fn {}")
            .Plan();
        var stack = StackModel.Of(
            plan with
            {
                Config = plan.Config.Add("test:system", system).Add("test:environment", environment),
            }
        );
        Assert.That(
            Bills.Sum(CostEstimate.Of(stack), "cloudfront-function"),
            Is.EqualTo(Math.Round((decimal)amount / 5, 2, MidpointRounding.AwayFromZero))
        );
    }

    [Test]
    public void A_profile_can_be_named_and_a_file_goes_before_it()
    {
        var stack = StackText.Of("aws:cloudfront/function:Function fn {}").Model();
        var named = CostEstimate.Of(stack, new CostOptions { Profiles = ["idp-server", "idp-server-dev"] });
        var file = CostEstimate.Of(
            stack,
            new CostOptions { Profiles = ["idp-server"], Usage = UsageReader.Read("requestsPerMonth: 1", "usage.yaml") }
        );
        var error = Assert.Throws<InputException>(() => CostEstimate.Of(stack, new CostOptions { Profiles = ["idp-sever"] }));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(named.Usage.Single().Amount, Is.EqualTo(100_000));
            Assert.That(file.Usage.Single().Amount, Is.EqualTo(1));
            Assert.That(
                error!.Problems,
                Is.EqualTo(["got idp-sever, want the name of a usage profile; did you mean idp-server?"])
            );
        }
    }
}
