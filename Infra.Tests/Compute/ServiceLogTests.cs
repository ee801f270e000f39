using Infra.Compute;

namespace Infra.Tests.Compute;

public sealed class ServiceLogTests
{
    [Test]
    public async Task The_log_is_encrypted_and_kept_for_a_month()
    {
        var group = (await RunAsync(Args())).One("aws:cloudwatch/logGroup:LogGroup");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(group.Inputs["name"], Is.EqualTo("/ecs/idp-server"));
            Assert.That(group.Inputs["retentionInDays"], Is.EqualTo(30));
            Assert.That(group.Inputs["kmsKeyId"], Is.EqualTo("arn:key"));
            Assert.That(group.NameTag(), Is.EqualTo("idp-server-logs"));
        }
    }

    [Test]
    public async Task Several_services_have_a_log_each() =>
        Assert.That(
            (await RunAsync(Args() with { Role = "frontend" })).One("aws:cloudwatch/logGroup:LogGroup").Inputs["name"],
            Is.EqualTo("/ecs/idp-server/frontend")
        );

    [Test]
    public async Task A_service_is_one_word_with_the_prefix_where_the_source_says_so()
    {
        var args = Args() with { Context = TableCase.Dev, Service = "backend-go" };
        var group = (await RunAsync(args)).One("aws:cloudwatch/logGroup:LogGroup");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(group.Inputs["name"], Is.EqualTo("/ecs/neuraKnot-dev-backend-go"));
            Assert.That(args.GroupName, Is.EqualTo("/ecs/neuraKnot-dev-backend-go"));
            Assert.That(group.NameTag(), Is.EqualTo("neuraKnot-dev-backend-go-logs"));
            Assert.That(
                (args with { Role = "x" }).Validate().Single().ToString(),
                Is.EqualTo("service: got backend-go, want none beside a role; a log group has one name: leave one of the two out")
            );
        }
    }

    [Test]
    public void A_log_is_kept_for_a_day_at_least() =>
        Assert.That((Args() with { RetentionDays = 0 }).Validate().Single().Path, Is.EqualTo("retentionDays"));

    private static ServiceLogArgs Args() => new() { Context = TestStacks.Prod, KeyArn = "arn:key" };

    private static Task<Sandbox> RunAsync(ServiceLogArgs args) => Sandbox.RunAsync(() => _ = new ServiceLog("idp", args));
}
