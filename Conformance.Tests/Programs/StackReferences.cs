using System.Collections.Immutable;
using Pulumi;
using Pulumi.Random;

namespace Conformance.Tests.Programs;

internal static class StackReferences
{
    public static Task<int> RunAsync() =>
        Deployment.RunAsync(() =>
        {
            var network = new StackReference("network", new() { Name = "acme/network/prod" });
            var dns = new StackReference("acme/dns/prod");
            new RandomPet("plain", new() { Prefix = network.GetOutput("vpcId").Apply(value => (string)value!) });
            new RandomPet("secret", new() { Prefix = network.RequireOutput("token").Apply(value => (string)value) });
            var subnets = network
                .RequireOutput("subnets")
                .Apply(value => ((ImmutableArray<object>)value).Cast<string>().ToImmutableArray());
            new RandomShuffle("list", new() { Inputs = subnets });
            return new Dictionary<string, object?>
            {
                ["zone"] = dns.GetOutput("zone"),
                ["missing"] = network.GetOutput("missing"),
            };
        });
}
