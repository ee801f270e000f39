using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Random;

namespace Conformance.Tests.Programs;

internal static class Read
{
    public static Task<int> RunAsync() =>
        Deployment.RunAsync(() =>
        {
            var vpc = Vpc.Get("shared", "vpc-0123456789abcdef0");
            var withState = Vpc.Get("with-state", "vpc-1", new() { CidrBlock = "10.0.0.0/16", Tags = { ["Name"] = "x" } });
            new Subnet(
                "subnet",
                new()
                {
                    VpcId = vpc.Id,
                    CidrBlock = "10.0.1.0/24",
                    AvailabilityZone = "eu-west-1a",
                }
            );
            new Subnet("second", new() { VpcId = withState.Id, CidrBlock = withState.CidrBlock });
            RandomPet.Get("after", "happy-pet", new() { Length = 3 }, new() { DependsOn = { vpc } });
            var pet = new RandomPet("pet", new());
            RandomPet.Get("later", pet.Id, new() { Length = 3 });
            return new Dictionary<string, object?> { ["vpcArn"] = vpc.Arn };
        });
}
