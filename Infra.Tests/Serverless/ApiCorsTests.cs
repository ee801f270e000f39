using Infra.Serverless;

namespace Infra.Tests.Serverless;

public sealed class ApiCorsTests
{
    private const string Header = "method.response.header.";

    [Test]
    public async Task A_browser_that_asks_is_answered_without_a_function()
    {
        var run = await ApiCase.RunAsync(ApiCase.Args());

        var mock = run.One("aws:apigateway/integration:Integration", "idp-api-options/tasks-mock");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.One("aws:apigateway/method:Method", "idp-api-options/tasks").Inputs["authorization"],
                Is.EqualTo("NONE")
            );
            Assert.That(mock.Inputs["type"], Is.EqualTo("MOCK"));
            Assert.That(mock.Json("requestTemplates"), Is.EqualTo("""{"application/json":"{\"statusCode\":204}"}"""));
        }
    }

    [Test]
    public async Task The_answer_names_the_origin_and_the_methods_of_the_path()
    {
        var run = await ApiCase.RunAsync(ApiCase.Args());

        var tasks = Headers(run, "/tasks");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tasks[$"{Header}Access-Control-Allow-Origin"], Is.EqualTo("'https://app.example.com'"));
            Assert.That(tasks[$"{Header}Access-Control-Allow-Methods"], Is.EqualTo("'GET,OPTIONS,POST'"));
            Assert.That(tasks[$"{Header}Access-Control-Allow-Headers"], Is.EqualTo("'Authorization,Content-Type'"));
            Assert.That(tasks[$"{Header}Access-Control-Max-Age"], Is.EqualTo("'7200'"));
            Assert.That(
                Headers(run, "/tasks/{id}/{rest+}")[$"{Header}Access-Control-Allow-Methods"],
                Is.EqualTo("'DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT'")
            );
        }
    }

    [Test]
    public async Task Every_header_of_the_answer_is_announced()
    {
        var run = await ApiCase.RunAsync(ApiCase.Args());

        var announced = run.One("aws:apigateway/methodResponse:MethodResponse", "idp-api-options/health-response").Inputs;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(announced["statusCode"], Is.EqualTo("204"));
            Assert.That(Headers(run, "/health"), Has.Count.EqualTo(5));
            Assert.That(Inputs.Map(announced["responseParameters"]).Keys, Is.EquivalentTo(Headers(run, "/health").Keys));
        }
    }

    [Test]
    public async Task Refusals_of_API_Gateway_itself_name_the_origin_too()
    {
        var run = await ApiCase.RunAsync(ApiCase.Args());

        var answers = run.All("aws:apigateway/response:Response").ToDictionary(answer => (string)answer.Inputs["responseType"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.Keys, Is.EquivalentTo(new[] { "DEFAULT_4XX", "DEFAULT_5XX" }));
            foreach (var answer in answers.Values)
                Assert.That(
                    Inputs.Map(answer.Inputs["responseParameters"])["gatewayresponse.header.Access-Control-Allow-Origin"],
                    Is.EqualTo("'https://app.example.com'")
                );
        }
    }

    [Test]
    public async Task Without_an_origin_no_other_page_may_call_it()
    {
        var run = await ApiCase.RunAsync(ApiCase.Args() with { Cors = null });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.All("aws:apigateway/response:Response"), Is.Empty);
            Assert.That(run.All("aws:apigateway/method:Method").Select(m => m.Inputs["httpMethod"]), Has.None.EqualTo("OPTIONS"));
        }
    }

    private static System.Collections.Immutable.ImmutableDictionary<string, object> Headers(Sandbox run, string path) =>
        Inputs.Map(
            run.One("aws:apigateway/integrationResponse:IntegrationResponse", $"idp-api-options{path}-headers").Inputs[
                "responseParameters"
            ]
        );
}
