using Infra.Observability.Logs;
using Pulumi;

namespace Infra.Tests.Observability.Logs;

public sealed class SavedQueriesTests
{
    private const string Query = "aws:cloudwatch/queryDefinition:QueryDefinition";

    [TestCase("errors", "filter level = \"ERROR\"", "sort @timestamp desc")]
    [TestCase("slow-requests", "by request_id", "filter milliseconds > 1000")]
    [TestCase(
        "security-events-by-tenant",
        "filter log_type = \"security_event\"",
        "by tenant_id, tags.0 as category, tags.1 as outcome"
    )]
    [TestCase("authentication-failures", "tags.1 = \"failure\"", "by tenant_id, client_id, user_id")]
    public async Task Questions_are_kept_in_a_folder_of_the_stack(string key, string what, string how)
    {
        var run = await RunAsync(Args());

        var query = run.One(Query, $"idp-query-{key}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(query.Inputs["name"], Is.EqualTo($"idp-server/{key}"));
            Assert.That(query.Texts("logGroupNames"), Is.EqualTo(new[] { "/ecs/idp-server" }));
            Assert.That(query.Inputs["queryString"], Does.Contain(what).And.Contain(how));
        }
    }

    [Test]
    public async Task Empty_and_repeated_questions_are_refused()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            RunAsync(Args() with { Queries = [new("errors", " "), ApplicationQueries.Errors] })
        );

        Assert.That(
            error!.Message,
            Does.Contain("SavedQueries 'idp': 2 problems in its args")
                .And.Contain("queries: got 2 named errors, want each name once;")
                .And.Contain("queries.errors.text: got an empty text, want a question;")
        );
    }

    private static SavedQueriesArgs Args() => new() { Context = TestStacks.Prod, LogGroupName = "/ecs/idp-server" };

    private static Task<Sandbox> RunAsync(SavedQueriesArgs args) => Sandbox.RunAsync(() => _ = new SavedQueries("idp", args));
}
