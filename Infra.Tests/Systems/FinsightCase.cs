using System.Collections.Immutable;
using Infra.Edge;
using Infra.Network;
using Infra.Settings;
using Infra.Settings.Finsight;
using Infra.Settings.Serverless;
using Infra.Systems;
using Infra.Validation;
using Pulumi;

namespace Infra.Tests.Systems;

/// <summary>System finsight as the committed stack files have it; each test changes one thing.</summary>
internal static class FinsightCase
{
    public const string Host = "api.finsight.acme.test";
    public const string Pages = "https://www.finsight.acme.test";

    /// <summary>A stack of an environment, in the account of that environment.</summary>
    public static StackContext Context(StackEnvironment environment) =>
        TaskflowCase.Context(environment) with
        {
            System = "finsight",
            Stack = $"finsight-{Word.Of(environment)}",
            Secrets = new([FinsightArgs.Auth0ClientSecret, FinsightArgs.GitHubToken], new Dictionary<string, string>()),
        };

    /// <summary>The settings of an environment, with hosts, a tenant of Auth0 and code that is not built.</summary>
    public static FinsightSettings Settings(StackEnvironment environment)
    {
        var defaults = FinsightDefaults.For(environment);
        return defaults with
        {
            Cdn = defaults.Cdn with { Domain = Host, HostedZoneId = "Z1" },
            Origin = Pages,
            Mail = defaults.Mail with { Domain = "finsight.acme.test", HostedZoneId = "Z1" },
            Authorizer = defaults.Authorizer with
            {
                Issuer = "https://acme.auth0.test/",
                Audience = "https://api.finsight",
                Function = Unbuilt(defaults.Authorizer.Function),
            },
            Functions = defaults.Functions.ToImmutableSortedDictionary(
                of => of.Key,
                of => Unbuilt(of.Value),
                StringComparer.Ordinal
            ),
        };
    }

    public static Task<Sandbox> RunAsync(StackEnvironment environment, FinsightSettings? settings = null)
    {
        var context = Context(environment);
        var chosen = settings ?? Settings(environment);
        var (tags, problems) = (chosen.Tags.For(context), new List<Problem>());
        var plan = SubnetPlan.Create(chosen.Network.Request(context.Region), problems);
        Assert.That(problems, Is.Empty);
        return Sandbox.RunAsync(
            () =>
                _ = new Infra.Systems.Finsight(
                    "finsight",
                    context,
                    plan!,
                    chosen,
                    AwsProvider.For(GlobalEdge.In(context), tags, GlobalFront.ProviderName),
                    new() { Providers = { AwsProvider.For(context, tags) } }
                ),
            context.AccountId
        );
    }

    private static DomainFunctionSettings Unbuilt(DomainFunctionSettings function) =>
        function with
        {
            Artifact = function.Artifact with { CodeHash = $"{new string('A', 43)}=" },
        };
}
