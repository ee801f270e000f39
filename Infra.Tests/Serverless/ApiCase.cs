using System.Collections.Immutable;
using Infra.Serverless;

namespace Infra.Tests.Serverless;

/// <summary>A sound API that each test changes.</summary>
internal static class ApiCase
{
    public static readonly ApiFunction Tasks = new("idp-server-api", "live", "arn:api:live", "invoke:api");
    public static readonly ApiFunction Health = new("idp-server-health", null, "arn:health", "invoke:health");

    public static RestApiArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            Role = "api",
            Description = "API of tasks",
            Routes =
            [
                new("GET", "/tasks", "tasks"),
                new("POST", "/tasks", "tasks"),
                new("ANY", "/tasks/{id}/{rest+}", "tasks"),
                new("GET", "/health", "health", ApiAuth.Anybody),
            ],
            Functions = Functions(("tasks", Tasks), ("health", Health)),
            KeyArn = "arn:key",
            UserPoolArn = "arn:pool",
            Cors = new("https://app.example.com"),
        };

    public static ImmutableSortedDictionary<string, ApiFunction> Functions(params (string Key, ApiFunction Function)[] of) =>
        of.ToImmutableSortedDictionary(item => item.Key, item => item.Function, StringComparer.Ordinal);

    public static Task<Sandbox> RunAsync(RestApiArgs args) => Sandbox.RunAsync(() => _ = new RestApi("idp", args));
}
