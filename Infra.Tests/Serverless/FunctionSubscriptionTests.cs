using Infra.Serverless;
using Infra.Settings;

namespace Infra.Tests.Serverless;

public sealed class FunctionSubscriptionTests
{
    [Test]
    public async Task The_topic_calls_the_alias_and_may()
    {
        var run = await RunAsync(FunctionCase.Args() with { Failures = new("arn:queue") });

        var (permission, subscription) = (
            run.One("aws:lambda/permission:Permission", "idp-events-may-call"),
            run.One("aws:sns/topicSubscription:TopicSubscription", "idp-events-subscription")
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (permission.Inputs["statementId"], permission.Inputs["action"], permission.Inputs["principal"]),
                Is.EqualTo(("events-topic", "lambda:InvokeFunction", "sns.amazonaws.com"))
            );
            Assert.That(
                (permission.Inputs["function"], permission.Inputs["qualifier"], permission.Inputs["sourceArn"]),
                Is.EqualTo(("idp-server-api", "live", "arn:topic"))
            );
            Assert.That((subscription.Inputs["topic"], subscription.Inputs["protocol"]), Is.EqualTo(("arn:topic", "lambda")));
            Assert.That((string)subscription.Inputs["endpoint"], Does.EndWith(":function:idp-server-api:live"));
        }
    }

    [Test]
    public async Task A_function_that_loses_what_it_fails_at_is_refused()
    {
        var problems = new List<string>();
        await Sandbox.RunAsync(() =>
            problems.AddRange(
                new FunctionSubscriptionArgs
                {
                    Role = "events",
                    TopicArn = "arn:topic",
                    Function = new LambdaFunction("idp", FunctionCase.Args()),
                }
                    .Validate()
                    .Select(problem => problem.ToString())
            )
        );

        Assert.That(
            problems.Single(),
            Is.EqualTo(
                "function: got idp-server-api, want a function with asynchronous calls and a place for those that fail; nobody waits for its "
                    + "answer: what it fails at would be lost without a word"
            )
        );
    }

    private static Task<Sandbox> RunAsync(LambdaFunctionArgs function) =>
        Sandbox.RunAsync(() =>
            _ = new FunctionSubscription(
                "idp",
                new()
                {
                    Role = "events",
                    TopicArn = "arn:topic",
                    Function = new LambdaFunction("idp", function),
                }
            )
        );
}
