using Infra.Compute;
using Infra.Edge;
using Infra.Settings;
using Infra.Settings.WebPlatform;
using Infra.Systems;
using Infra.Tests.Network;

namespace Infra.Tests.Systems;

/// <summary>System web-platform as the committed stack files have it; each test changes one thing.</summary>
internal static class WebPlatformCase
{
    public static readonly StackContext Prod = TestStacks.Prod with
    {
        System = "web-platform",
        Stack = "web-platform-prod",
        MarksProduction = true,
    };

    public static readonly StackContext Dev = Prod with { Environment = StackEnvironment.Dev, Stack = "web-platform-dev" };

    /// <summary>The settings of an environment, with a domain and an image.</summary>
    public static WebPlatformSettings Settings(StackEnvironment environment)
    {
        var defaults = WebPlatformDefaults.For(environment);
        return defaults with
        {
            Cdn = defaults.Cdn with { Domain = "app.example.com", HostedZoneId = "Z1" },
            Service = defaults.Service with { Enabled = true, Image = ImageReference.PlaceholderDigest },
        };
    }

    /// <summary>The same with a database.</summary>
    public static WebPlatformSettings WithDatabase(StackEnvironment environment)
    {
        var settings = Settings(environment);
        return settings with { Database = settings.Database with { Enabled = true } };
    }

    public static Task<Sandbox> RunAsync(StackContext context, WebPlatformSettings settings) =>
        Sandbox.RunAsync(() =>
            _ = new WebPlatform(
                "web-platform",
                context,
                NetworkCase.Plan(settings.Network),
                settings,
                AwsProvider.For(GlobalEdge.In(context), settings.Tags.For(context), GlobalFront.ProviderName)
            )
        );
}
