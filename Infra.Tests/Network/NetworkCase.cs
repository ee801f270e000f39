using Infra.Network;
using Infra.Settings.Network;
using Infra.Systems;
using Infra.Validation;

namespace Infra.Tests.Network;

/// <summary>A network as production has it, without interface endpoints; each test changes one thing.</summary>
internal static class NetworkCase
{
    /// <summary>Sound args.</summary>
    public static IdpNetworkArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            Plan = Plan(new NetworkSettings()),
            Traffic = IdpServerTraffic.Of(dualStack: false, endpoints: false),
            KeyArn = "arn:key",
        };

    /// <summary>The same with interface endpoints to some services.</summary>
    public static IdpNetworkArgs WithEndpoints(params string[] services) =>
        Args() with
        {
            InterfaceEndpoints = [.. services],
            Traffic = IdpServerTraffic.Of(dualStack: false, endpoints: true),
        };

    /// <summary>The plan of the settings given.</summary>
    public static SubnetPlan Plan(NetworkSettings settings)
    {
        var problems = new List<Problem>();
        return SubnetPlan.Create(settings.Request("ap-northeast-1"), problems)
            ?? throw new ArgumentException(string.Join("; ", problems));
    }

    /// <summary>Runs a network of these args.</summary>
    public static Task<Sandbox> RunAsync(IdpNetworkArgs args) => Sandbox.RunAsync(() => _ = new IdpNetwork("idp", args));
}
