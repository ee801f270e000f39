using Infra.Serverless;
using Infra.Tests.Policies;

namespace Infra.Tests.Serverless;

public sealed class ApiAccountTests
{
    private const string Account = "aws:apigateway/account:Account";

    [Test]
    public async Task One_stack_lets_API_Gateway_write_logs_for_the_whole_account()
    {
        var run = await ApiCase.RunAsync(ApiCase.Args() with { Account = ApiGatewayAccount.Manage });

        var role = run.One("aws:iam/role:Role").Inputs;
        var trust = PolicyReading.Statements(role["assumeRolePolicy"])["ServiceTakesRole"];
        var order = run.Registered.Select(resource => resource.Type).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One(Account).Inputs["cloudwatchRoleArn"], Is.EqualTo("arn:idp-api-logs-role"));
            Assert.That(role["name"], Is.EqualTo("idp-server-api-gateway-logs"));
            Assert.That(trust.Texts("Principal", "Service"), Is.EqualTo(new[] { "apigateway.amazonaws.com" }));
            Assert.That(
                run.One("aws:iam/rolePolicyAttachment:RolePolicyAttachment").Inputs["policyArn"],
                Is.EqualTo("arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs")
            );
            Assert.That(order.IndexOf(Account), Is.LessThan(order.IndexOf("aws:apigateway/stage:Stage")));
        }
    }

    [Test]
    public async Task The_others_leave_it_alone()
    {
        var run = await ApiCase.RunAsync(ApiCase.Args() with { Account = ApiGatewayAccount.Assume });

        Assert.That(run.All(Account).Concat(run.All("aws:iam/role:Role")), Is.Empty);
    }
}
