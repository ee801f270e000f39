using Infra.Compute;
using Infra.Settings;
using Infra.Settings.IdpServer;
using Infra.Systems;
using Infra.Tests.Network;

namespace Infra.Tests.Systems;

/// <summary>System idp-server as the committed stack files have it; each test changes one thing.</summary>
internal static class SystemCase
{
    /// <summary>The settings of an environment, with a domain and images.</summary>
    public static IdpServerSettings Settings(StackEnvironment environment)
    {
        var defaults = IdpServerDefaults.For(environment);
        return defaults with
        {
            Edge = defaults.Edge with { Domain = "idp.example.com", HostedZoneId = "Z1" },
            Service = defaults.Service with { Enabled = true, Image = ImageReference.PlaceholderDigest },
            Jobs = defaults.Jobs with { Image = "1.0", MigrationImage = "2.0" },
        };
    }

    public static Task<Sandbox> RunAsync(StackContext context, IdpServerSettings settings) =>
        Sandbox.RunAsync(() => _ = new IdpServer("idp-server", context, NetworkCase.Plan(settings.Network), settings));
}
