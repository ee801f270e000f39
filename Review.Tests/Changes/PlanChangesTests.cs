using Engine.Planning;
using Review.Changes;

namespace Review.Tests.Changes;

public sealed class PlanChangesTests
{
    private static readonly StackText Stack = StackText.Of(
        """
        aws:rds/instance:Instance db {"engine": "postgres", "storageEncrypted": false}
        aws:rds/instance:Instance copy {"replicateSourceDb": "@db.identifier"}
        aws:cloudwatch/metricAlarm:MetricAlarm a1 {"dimensions": {"DB": "@db.id"}}
        aws:cloudwatch/metricAlarm:MetricAlarm a2 {"dimensions": {"DB": "@copy.id"}}
        aws:secretsmanager/secretVersion:SecretVersion version {"secretString": "@db.address"}
        aws:acm/certificate:Certificate used {"domainName": "a.example.com"}
        aws:acm/certificateValidation:CertificateValidation proof {"certificateArn": "@used.arn"}
        aws:lb/listener:Listener https {"certificateArn": "@proof.certificateArn"}
        aws:acm/certificate:Certificate unused {"domainName": "b.example.com"}
        """
    );

    [Test]
    public void What_comes_after_a_replacement_is_everything_that_depends_on_it_directly_or_not()
    {
        var plan = Steps.Changing(Stack, "db", "storageEncrypted", "true");
        var changes = new PlanChanges(plan);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(changes.Destroying.Select(step => step.State.Name), Does.Contain("db"));
            Assert.That(changes.Loss(plan.Of("db")), Is.EqualTo("the databases in it"));
            Assert.That(
                Nouns.Count(changes.After(plan.Of("db")).Select(step => step.State)),
                Is.EqualTo("2 alarms, 1 replica, 1 secret version")
            );
        }
    }

    [Test]
    public void A_certificate_is_a_loss_only_while_something_is_served_with_it()
    {
        var now = Stack.With("used", "domainName", "\"c.example.com\"").With("unused", "domainName", "\"d.example.com\"");
        var plan = Steps.Between(Stack, now);
        var changes = new PlanChanges(plan);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(changes.Loss(plan.Of("used")), Is.EqualTo("HTTPS of 1 listener, until the new one is proved"));
            Assert.That(changes.Loss(plan.Of("unused")), Is.Null);
            Assert.That(changes.Replaced.Select(step => step.State.Name), Does.Contain("unused").And.Not.Contain("used"));
        }
    }

    [Test]
    public void What_is_kept_on_deletion_is_no_loss()
    {
        var plan = Steps.Between(Stack, Stack.Without("db").Without("copy").Without("a1").Without("a2").Without("version"));
        var step = plan.Of("db");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new PlanChanges(plan).Loss(step), Is.EqualTo("the databases in it"));
            Assert.That(new PlanChanges(plan).Loss(step with { Old = step.Old! with { RetainOnDelete = true } }), Is.Null);
            Assert.That(new PlanChanges(plan).Loss(step with { Op = StepOp.Update }), Is.Null);
        }
    }

    [TestCase("aws:iam/rolePolicy:RolePolicy", 2, "2 role policies")]
    [TestCase("aws:rds/proxy:Proxy", 1, "1 proxy")]
    [TestCase("aws:ec2/natGateway:NatGateway", 2, "2 NAT gateways")]
    [TestCase("aws:ecr/repository:Repository", 2, "2 repositories")]
    [TestCase("aws:lambda/alias:Alias", 2, "2 aliases")]
    public void Resources_are_counted_in_words(string type, int number, string words) =>
        Assert.That(
            Nouns.Count(Enumerable.Range(0, number).Select(i => StackText.Of($"{type} x{i} {{}}").Plan().Steps[1].State)),
            Is.EqualTo(words)
        );
}
