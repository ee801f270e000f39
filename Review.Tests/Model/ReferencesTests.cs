using Review.Model;

namespace Review.Tests.Model;

public sealed class ReferencesTests
{
    private const string Role = "aws:iam/role:Role";
    private const string Policy = "aws:iam/rolePolicy:RolePolicy";

    [TestCase("[[aws:iam/role:Role|a|arn]]", "aws:iam/role:Role|a|arn")]
    [TestCase("arn:x:[[t|n|o]]/[[t|m|p]]", "t|n|o", "t|m|p")]
    [TestCase("[[not one]] [[t|n|o]]", "t|n|o")]
    [TestCase("[[never closed")]
    [TestCase("[ [a]]")]
    public void Stand_ins_are_found_in_any_text(string text, params string[] found)
    {
        Assert.That(
            Reference.In(text).Select(reference => $"{reference.Type}|{reference.Name}|{reference.Output}"),
            Is.EqualTo(found)
        );
        Assert.That(Reference.IsIn(text), Is.EqualTo(found.Length > 0));
    }

    [Test]
    public void A_stand_in_survives_JSON() =>
        Assert.That(
            System.Text.Json.JsonSerializer.Serialize(new Reference("aws:s3/bucket:Bucket", "a-b_c", "arn").ToString()),
            Is.EqualTo("\"[[aws:s3/bucket:Bucket|a-b_c|arn]]\"")
        );

    [Test]
    public void Outputs_of_a_resource_lead_to_it_also_inside_documents()
    {
        var stack = StackText
            .Of(
                """
                aws:s3/bucket:Bucket logs {}
                aws:iam/role:Role task {}
                aws:iam/rolePolicy:RolePolicy read {"role": "@task.id", "policy!": {"Statement": [{"Resource": ["@logs.arn/*"]}]}}
                """
            )
            .Model();
        var policy = stack.All(Policy).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(policy.Referred("role").Single().Name, Is.EqualTo("task"));
            Assert.That(policy.Referred("policy", "aws:s3/bucket:Bucket").Single().Name, Is.EqualTo("logs"));
            Assert.That(policy.Referred("policy", Role), Is.Empty);
            Assert.That(stack.All(Role).Single().ReferredBy(Policy, "role").Single(), Is.SameAs(policy));
            Assert.That(stack.All(Role).Single().ReferredBy(Policy, "policy"), Is.Empty);
        }
    }

    [TestCase("logs-bucket")]
    [TestCase("arn:aws:s3:::logs-bucket")]
    [TestCase("arn:aws:s3:::logs-bucket/AWSLogs/*")]
    public void A_name_or_ARN_that_is_written_out_leads_to_who_has_it(string written)
    {
        var stack = StackText
            .Of(
                $$$"""
                aws:s3/bucket:Bucket logs {"bucket": "logs-bucket"}
                aws:s3/bucket:Bucket other {"bucket": "other-bucket"}
                aws:lb/loadBalancer:LoadBalancer alb {"accessLogs": {"bucket": "{{{written}}}"}}
                """
            )
            .Model();
        Assert.That(
            stack.All("aws:lb/loadBalancer:LoadBalancer").Single().Referred("accessLogs").Select(found => found.Name),
            Is.EqualTo(["logs"])
        );
    }

    [TestCase("arn:aws:logs:ap-northeast-1:111111111111:log-group:/ecs/app")]
    [TestCase("arn:aws:logs:ap-northeast-1:111111111111:log-group:/ecs/app:*")]
    [TestCase("/ecs/app")]
    public void A_log_group_is_known_by_all_forms_of_its_ARN(string written)
    {
        var stack = StackText
            .Of(
                $$"""
                aws:cloudwatch/logGroup:LogGroup app {"name": "/ecs/app"}
                aws:ec2/flowLog:FlowLog flow {"logDestination": "{{written}}"}
                """
            )
            .Model();
        Assert.That(
            stack.All("aws:cloudwatch/logGroup:LogGroup").Single().ReferredBy("aws:ec2/flowLog:FlowLog"),
            Has.Exactly(1).Items
        );
    }

    [Test]
    public void Where_a_value_is_unknown_its_dependencies_are_what_it_refers_to()
    {
        var text = StackText.Of(
            """
            aws:ec2/vpc:Vpc main {}
            aws:ec2/subnet:Subnet one {"vpcId": "?"}
            """
        );
        var plan = text.Plan();
        var vpc = plan.Steps.Single(step => step.State.Name == "main").Urn;
        plan = plan with
        {
            Steps =
            [
                .. plan.Steps.Select(step =>
                    step.State.Name == "one"
                        ? step with
                        {
                            New = step.New! with { PropertyDependencies = step.New.PropertyDependencies.Add("vpcId", [vpc]) },
                        }
                        : step
                ),
            ],
        };
        Assert.That(StackModel.Of(plan).All("aws:ec2/subnet:Subnet").Single().Referred("vpcId").Single().Urn, Is.EqualTo(vpc));
    }
}
