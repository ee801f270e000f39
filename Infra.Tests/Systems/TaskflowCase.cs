using Infra.Edge;
using Infra.Settings;
using Infra.Settings.Taskflow;
using Infra.Systems;

namespace Infra.Tests.Systems;

/// <summary>System taskflow as the committed stack files have it; each test changes one thing.</summary>
internal static class TaskflowCase
{
    /// <summary>A stack of an environment, in the account of that environment.</summary>
    public static StackContext Context(StackEnvironment environment) =>
        TestStacks.Prod with
        {
            System = "taskflow",
            Environment = environment,
            Stack = $"taskflow-{Word.Of(environment)}",
            AccountId = environment switch
            {
                StackEnvironment.Dev => "111111111111",
                StackEnvironment.Staging => "222222222222",
                _ => "333333333333",
            },
        };

    /// <summary>An environment by the word that stack files have for it.</summary>
    public static StackEnvironment Environment(string word) => (StackEnvironment)Word.Parse(typeof(StackEnvironment), word)!;

    /// <summary>The settings of an environment, with a host and code that is not built.</summary>
    public static TaskflowSettings Settings(StackEnvironment environment)
    {
        var defaults = TaskflowDefaults.For(environment);
        return defaults with
        {
            Cdn = defaults.Cdn with { Domain = "tasks.example.com", HostedZoneId = "Z1" },
            Function = defaults.Function with
            {
                Artifact = defaults.Function.Artifact with { CodeHash = $"{new string('A', 43)}=" },
            },
        };
    }

    public static Task<Sandbox> RunAsync(StackEnvironment environment, TaskflowSettings? settings = null)
    {
        var context = Context(environment);
        var chosen = settings ?? Settings(environment);
        var tags = chosen.Tags.For(context);
        return Sandbox.RunAsync(
            () =>
                _ = new Taskflow(
                    "taskflow",
                    context,
                    chosen,
                    AwsProvider.For(GlobalEdge.In(context), tags, GlobalFront.ProviderName),
                    new() { Providers = { AwsProvider.For(context, tags) } }
                ),
            context.AccountId
        );
    }
}
