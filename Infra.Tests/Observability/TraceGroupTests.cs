using Infra.Observability;
using Pulumi;

namespace Infra.Tests.Observability;

public sealed class TraceGroupTests
{
    private const string Group = "aws:xray/group:Group";
    private const string Rule = "aws:xray/samplingRule:SamplingRule";

    private static TraceGroupArgs Args() =>
        new() { Context = TestStacks.Prod, Services = ["finsight-api/prod", "finsight-auth"] };

    [Test]
    public async Task What_failed_or_was_slow_is_in_the_group()
    {
        TraceGroup? made = null;
        var run = await Sandbox.RunAsync(() => made = new("traces", Args()));

        var group = run.One(Group, "traces-group");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(group.Inputs["groupName"], Is.EqualTo("idp-server-trouble"));
            Assert.That(made!.GroupName, Is.EqualTo("idp-server-trouble"));
            Assert.That(
                group.Inputs["filterExpression"],
                Is.EqualTo(
                    """service("finsight-api/prod") { fault OR responsetime > 3 } OR service("finsight-auth") { fault OR responsetime > 3 }"""
                )
            );
            Assert.That(
                Inputs.Pairs(group.Inputs["insightsConfiguration"]),
                Is.EqualTo("insightsEnabled=True notificationsEnabled=False")
            );
            Assert.That(run.All(Rule), Is.Empty);
            Assert.That(run.All("aws:cloudwatch/eventRule:EventRule"), Is.Empty);
        }
    }

    [Test]
    public void Mistakes_of_callers_count_when_asked_for() =>
        Assert.That(
            (Args() with { Services = ["a"], CallerErrors = true, SlowSeconds = 5 }).Filter,
            Is.EqualTo("""service("a") { error OR fault OR responsetime > 5 }""")
        );

    [Test]
    public async Task Unusual_faults_are_told()
    {
        var run = await RunAsync(Args() with { TopicArn = Output.Create("arn:warnings") });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Inputs.Pairs(run.One(Group).Inputs["insightsConfiguration"]),
                Is.EqualTo("insightsEnabled=True notificationsEnabled=True")
            );
            Assert.That(
                run.One("aws:cloudwatch/eventRule:EventRule").Inputs["eventPattern"],
                Is.EqualTo(
                    """{"source":["aws.xray"],"detail-type":["AWS X-Ray Insight Update"],"detail":{"State":["ACTIVE"],"GroupName":["idp-server-trouble"]}}"""
                )
            );
            Assert.That(run.One("aws:cloudwatch/eventTarget:EventTarget").Inputs["arn"], Is.EqualTo("arn:warnings"));
        }
    }

    [Test]
    public async Task Its_own_sampling_is_of_its_own_services_and_tried_before_the_default()
    {
        var rule = (await RunAsync(Args() with { SamplePercent = 25 })).One(Rule, "traces-sampling");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rule.Inputs["ruleName"], Is.EqualTo("idp-server-traces"));
            Assert.That(rule.Inputs["serviceName"], Is.EqualTo("idp-server-*"));
            Assert.That(rule.Inputs["fixedRate"], Is.EqualTo(0.25));
            Assert.That(rule.Inputs["reservoirSize"], Is.EqualTo(1));
            Assert.That(rule.Inputs["priority"], Is.LessThan(10_000));
        }
    }

    [Test]
    public async Task What_XRay_refuses_is_refused()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            RunAsync(
                Args() with
                {
                    Services = ["a\" }"],
                    SlowSeconds = 0,
                    SamplePercent = 101,
                    Insights = false,
                    TopicArn = Output.Create("arn:warnings"),
                }
            )
        );

        Assert.That(
            error!.Message,
            Does.Contain("TraceGroup 'traces': 4 problems in its args")
                .And.Contain("services: got a\" }, want a name such as finsight-api/prod;")
                .And.Contain("slowSeconds: got 0, want 1 to 900;")
                .And.Contain("samplePercent: got 101, want 0 to 100;")
                .And.Contain("insights: got false, want true with a topic;")
        );
        Assert.That(
            (Args() with { Services = [] }).Validate().Single().ToString(),
            Is.EqualTo("services: got none, want one or more; the group would be empty")
        );
    }

    [Test]
    public async Task A_name_that_is_too_long_is_refused()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => RunAsync(Args() with { Role = "a-very-long-name-of-a-group" }));

        Assert.That(
            error!.Message,
            Does.Contain(
                "name of a group or sampling rule of X-Ray: got idp-server-a-very-long-name-of-a-group (38 characters), want 32 at most"
            )
        );
    }

    private static Task<Sandbox> RunAsync(TraceGroupArgs args) => Sandbox.RunAsync(() => _ = new TraceGroup("traces", args));
}
