using System.Collections.Immutable;
using Infra.Network;
using Infra.Settings.Network;

namespace Infra.Tests.Network;

public sealed class InternetAccessTests
{
    private static readonly ImmutableArray<string> OnFargate = InterfaceEndpoint.NeededWithoutNat;
    private static readonly ImmutableArray<string> OnInstances = InterfaceEndpoint.NeededOnInstances;

    [Test]
    public void Instances_reach_ECS_only_through_endpoints_where_there_is_no_gateway()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                InternetAccess.Problems(NatGateways.None, true, OnFargate, onInstances: true).Single().ToString(),
                Is.EqualTo(
                    "natGateways: got none, want interface endpoints for ecs, ecs-agent, ecs-telemetry, ssm and ssmmessages too; without a NAT "
                        + "gateway no task starts without them; add them to interfaceEndpoints"
                )
            );
            Assert.That(InternetAccess.Problems(NatGateways.None, true, OnInstances, onInstances: true), Is.Empty);
            Assert.That(InternetAccess.Problems(NatGateways.None, true, OnFargate), Is.Empty, "AWS talks to ECS on Fargate");
            Assert.That(InternetAccess.Problems(NatGateways.Single, false, [], onInstances: true), Is.Empty);
        }
    }

    [Test]
    public void Component_and_settings_ask_the_same()
    {
        var settings = new NetworkSettings
        {
            NatGateways = NatGateways.None,
            ImagesInEcr = true,
            InterfaceEndpoints = OnFargate,
        };
        var args = NetworkCase.WithEndpoints([.. OnFargate]) with { NatGateways = NatGateways.None, ImagesInEcr = true };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Validate("ap-northeast-1", []), Is.Empty);
            Assert.That(args.Validate(), Is.Empty);
            Assert.That(settings.Validate("ap-northeast-1", [], onInstances: true).Single().Path, Is.EqualTo("natGateways"));
            Assert.That((args with { OnInstances = true }).Validate().Single().Path, Is.EqualTo("natGateways"));
        }
    }
}
