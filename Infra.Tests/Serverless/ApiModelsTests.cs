using System.Collections.Immutable;
using Infra.Serverless;

namespace Infra.Tests.Serverless;

public sealed class ApiModelsTests
{
    [Test]
    public async Task Bodies_are_checked_whatever_kind_they_say_they_are()
    {
        var run = await ApiCase.RunAsync(Args(new("GET POST", "/tasks", "tasks") { Body = ApiModels.JsonObject }));

        var model = run.One("aws:apigateway/model:Model").Inputs;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (model["name"], model["contentType"], model["schema"]),
                Is.EqualTo(((object)"JsonObject", (object)"application/json", (object)ApiModels.JsonObjectSchema))
            );
            Assert.That(
                ApiModels.JsonObjectSchema,
                Is.EqualTo("""{"$schema":"http://json-schema.org/draft-04/schema#","title":"JsonObject","type":"object"}""")
            );
            Assert.That(
                run.One("aws:apigateway/method:Method", "idp-api-post/tasks").Json("requestModels"),
                Is.EqualTo("""{"$default":"JsonObject"}""")
            );
            Assert.That(
                run.One("aws:apigateway/method:Method", "idp-api-get/tasks").Inputs,
                Does.Not.ContainKey("requestModels"),
                "a call without a body would be refused"
            );
        }
    }

    [Test]
    public async Task Models_are_there_before_the_methods_that_name_them_and_before_the_deployment()
    {
        var run = await ApiCase.RunAsync(Args(new("POST", "/tasks", "tasks") { Body = ApiModels.JsonObject }));

        var order = run.Registered.Select(made => made.Type).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                order.IndexOf("aws:apigateway/model:Model"),
                Is.LessThan(order.IndexOf("aws:apigateway/method:Method")).And.GreaterThanOrEqualTo(0)
            );
            Assert.That(
                order.IndexOf("aws:apigateway/model:Model"),
                Is.LessThan(order.IndexOf("aws:apigateway/deployment:Deployment"))
            );
        }
    }

    [Test]
    public async Task Queries_and_headers_must_be_there()
    {
        var run = await ApiCase.RunAsync(
            Args(new("GET", "/tasks/{id}", "tasks") { Queries = ["from", "to"], Headers = ["X-Request-Id"] })
        );

        Assert.That(
            run.One("aws:apigateway/method:Method", "idp-api-get/tasks/{id}").Json("requestParameters"),
            Is.EqualTo(
                """{"method.request.header.X-Request-Id":true,"method.request.path.id":true,"method.request.querystring.from":true,"method.request.querystring.to":true}"""
            )
        );
    }

    [TestCase("{", "no JSON (line 1, byte 2)", "a JSON object")]
    [TestCase("[]", "JSON that is no object (array)", "a JSON object")]
    [TestCase("{}", "a schema that says nothing", "a type or another rule")]
    [TestCase(
        """{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object"}""",
        "$schema \"https://json-schema.org/draft/2020-12/schema\"",
        "http://json-schema.org/draft-04/schema#"
    )]
    public void A_schema_is_a_JSON_schema(string schema, string got, string want) =>
        Assert.That(
            ApiModels.Problems("Task", schema).Single().ToString(),
            Is.EqualTo($"models.Task: got {got}, want {want}; it is the text of a JSON schema")
        );

    [Test]
    public void A_schema_is_checked_as_part_of_the_API() =>
        Assert.That(
            Texts(
                Args(new("POST", "/tasks", "tasks") { Body = ApiModels.JsonObject }) with
                {
                    Models = Models(ApiModels.JsonObject, "{"),
                }
            ),
            Has.Some.StartsWith("models.JsonObject: got no JSON")
        );

    [Test]
    public void Names_of_models_are_letters_and_digits() =>
        Assert.That(
            ApiModels.Problems("json-object", ApiModels.JsonObjectSchema).Single().ToString(),
            Does.StartWith("models.json-object: got json-object, want letters and digits;")
        );

    [Test]
    public void Models_and_routes_know_each_other()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Texts(Args(new("POST", "/tasks", "tasks") { Body = "JsonObjekt" })),
                Is.EqualTo(
                    new[]
                    {
                        "routes.POST /tasks.body: unknown key; did you mean JsonObject?",
                        "models.JsonObject: got no route, want one or more; nothing would be checked by it; leave it out",
                    }
                )
            );
            Assert.That(
                Texts(Args(new("ANY", "/tasks", "tasks") { Body = "JsonObject" })),
                Is.EqualTo(
                    new[]
                    {
                        "routes.ANY /tasks.body: got JsonObject, want none without PATCH, POST or PUT; other calls carry no body; "
                            + "name the methods instead of ANY",
                    }
                )
            );
        }
    }

    [Test]
    public void Names_of_queries_and_headers_are_names_alone() =>
        Assert.That(
            Texts(
                Args(
                    new("POST", "/tasks", "tasks")
                    {
                        Body = "JsonObject",
                        Queries = ["a=b"],
                        Headers = ["X: y"],
                    }
                )
            ),
            Is.EqualTo(
                new[]
                {
                    "routes.POST /tasks.queries: got a=b, want letters, digits and ._~$-; the name of a parameter, without its value",
                    "routes.POST /tasks.headers: got X: y, want letters, digits and -; the name of a header, without its value",
                }
            )
        );

    private static RestApiArgs Args(ApiRoute route) =>
        ApiCase.Args() with
        {
            Routes = [route, new("GET", "/health", "health", ApiAuth.Anybody)],
            Models = route.Body is null ? ApiCase.Args().Models : Models(ApiModels.JsonObject, ApiModels.JsonObjectSchema),
        };

    private static ImmutableSortedDictionary<string, string> Models(string name, string schema) =>
        ImmutableSortedDictionary<string, string>.Empty.Add(name, schema);

    private static string[] Texts(RestApiArgs args) => [.. args.Validate().Select(problem => problem.ToString())];
}
