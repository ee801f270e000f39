using System.Collections.Immutable;
using Infra.Compute;
using Infra.Network;
using Infra.Settings;
using Infra.Settings.Compute;
using Infra.Settings.Identity;
using Infra.Settings.Neuraknot;
using Infra.Systems;
using Infra.Validation;

namespace Infra.Tests.Systems;

/// <summary>System neuraknot as the committed stack files have it; each test changes one thing.</summary>
internal static class NeuraknotCase
{
    public static readonly StackContext Prod = TestStacks.Prod with
    {
        System = "neuraknot",
        Stack = "neuraknot-prod",
        AccountId = "333333333333",
        Brand = "neuraKnot",
        MarksProduction = true,
        Secrets = Secrets(),
    };

    public static readonly StackContext Dev = Prod with
    {
        Environment = StackEnvironment.Dev,
        Stack = "neuraknot-dev",
        AccountId = "111111111111",
    };

    /// <summary>The settings of an environment, with a domain and images.</summary>
    public static NeuraknotSettings Settings(StackEnvironment environment)
    {
        var defaults = NeuraknotDefaults.For(environment);
        return defaults with
        {
            Edge = defaults.Edge with { Domain = "talk.example.com", HostedZoneId = "Z1" },
            Services = Each(defaults, service => service with { Enabled = true, Image = ImageReference.PlaceholderDigest }),
        };
    }

    /// <summary>The settings of each service, changed.</summary>
    public static ImmutableSortedDictionary<string, ContainerServiceSettings> Each(
        NeuraknotSettings settings,
        Func<ContainerServiceSettings, ContainerServiceSettings> change
    ) => Each(settings, (_, service) => change(service));

    /// <summary>The same, each by its name.</summary>
    public static ImmutableSortedDictionary<string, ContainerServiceSettings> Each(
        NeuraknotSettings settings,
        Func<string, ContainerServiceSettings, ContainerServiceSettings> change
    ) =>
        settings.Services.ToImmutableSortedDictionary(
            service => service.Key,
            service => change(service.Key, service.Value),
            StringComparer.Ordinal
        );

    public static Task<Sandbox> RunAsync(StackEnvironment environment, NeuraknotSettings? settings = null) =>
        RunAsync(environment == StackEnvironment.Prod ? Prod : Dev, settings ?? Settings(environment));

    public static Task<Sandbox> RunAsync(StackContext context, NeuraknotSettings settings) =>
        Sandbox.RunAsync(
            () =>
                _ = new Neuraknot(
                    "neuraknot",
                    context,
                    Plan(settings),
                    settings,
                    new() { Providers = { AwsProvider.For(context, settings.Tags.For(context)) } }
                ),
            context.AccountId
        );

    /// <summary>The secrets that people gave the stack.</summary>
    public static StackSecrets Secrets(params string[] services) =>
        new(
            SocialSettings.Secrets,
            services.ToDictionary(service => $"{service}ClientSecret", service => $"secret-of-{service}")
        );

    private static SubnetPlan Plan(NeuraknotSettings settings)
    {
        var problems = new List<Problem>();
        return SubnetPlan.Create(settings.Network.Request("ap-northeast-1", databasesApart: false), problems)
            ?? throw new ArgumentException(string.Join("; ", problems));
    }
}
