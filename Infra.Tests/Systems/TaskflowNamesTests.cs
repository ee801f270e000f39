using Infra.Settings;
using Infra.Systems;

namespace Infra.Tests.Systems;

public sealed class TaskflowNamesTests
{
    [TestCase("dev", "taskflow-dev", "TaskFlowApi-dev", "TaskFlow-dev", "TaskFlow-dev-Operations")]
    [TestCase("staging", "taskflow-stg", "TaskFlowApi-staging", "TaskFlow-staging", "TaskFlow-staging-Operations")]
    [TestCase("prod", "taskflow-prod", "TaskFlowApi", "TaskFlow", "TaskFlow-Operations")]
    [TestCase("demo", "taskflow-demo", "TaskFlowApi-demo", "TaskFlow-demo", "TaskFlow-demo-Operations")]
    public void Names_are_those_of_the_source_and_of_other_stacks_their_own(
        string stack,
        string pool,
        string function,
        string alarms,
        string dashboard
    )
    {
        var names = new TaskflowNames(TaskflowCase.Context(StackEnvironment.Staging) with { Stack = $"taskflow-{stack}" });

        Assert.That((names.Pool, names.Function, names.Alarms, names.Dashboard), Is.EqualTo((pool, function, alarms, dashboard)));
    }

    [TestCase("dev", "taskflow-dev-")]
    [TestCase("staging", "taskflow-stg-")]
    [TestCase("prod", "taskflow-prod-")]
    public async Task The_sign_in_pages_are_at_the_pools_name_and_eight_digits_that_no_other_account_has(
        string environment,
        string word
    )
    {
        var domain = (await TaskflowCase.RunAsync(TaskflowCase.Environment(environment))).One(
            "aws:cognito/userPoolDomain:UserPoolDomain"
        );

        Assert.That((string)domain.Inputs["domain"], Does.Match($"^{word}[0-9a-f]{{8}}$"));
    }

    [Test]
    public async Task A_word_of_the_stack_file_is_taken_as_it_is()
    {
        var settings = TaskflowCase.Settings(StackEnvironment.Prod);
        var run = await TaskflowCase.RunAsync(
            StackEnvironment.Prod,
            settings with
            {
                Users = settings.Users with { Pages = new() { Prefix = "acme-tasks" } },
            }
        );

        Assert.That(run.One("aws:cognito/userPoolDomain:UserPoolDomain").Inputs["domain"], Is.EqualTo("acme-tasks"));
    }
}
