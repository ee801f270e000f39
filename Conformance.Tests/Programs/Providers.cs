using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Random;

namespace Conformance.Tests.Programs;

internal static class Providers
{
    public static Task<int> RunAsync() =>
        Deployment.RunAsync(() =>
        {
            var west = new Pulumi.Aws.Provider(
                "west",
                new()
                {
                    Region = "eu-west-1",
                    SkipMetadataApiCheck = true,
                    AllowedAccountIds = { "111111111111" },
                    DefaultTags = new Pulumi.Aws.Inputs.ProviderDefaultTagsArgs
                    {
                        Tags = { ["owner"] = "team", ["environment"] = "test" },
                    },
                    AssumeRoles =
                    {
                        new Pulumi.Aws.Inputs.ProviderAssumeRoleArgs
                        {
                            RoleArn = "arn:aws:iam::111111111111:role/deploy",
                            SessionName = "s",
                        },
                    },
                    SecretKey = Output.CreateSecret("canary"),
                }
            );
            var dice = new Pulumi.Random.Provider("dice");

            new Vpc("by-default", new() { CidrBlock = "10.0.0.0/16" });
            new Vpc("explicit", new() { CidrBlock = "10.0.0.0/16" }, new() { Provider = west });
            new RandomPet("explicit-pet", new(), new() { Provider = dice });
            new Area("by-default-area");
            new Area("one-provider", new() { Provider = west });
            new Area("both", new() { Providers = { west, dice } });
            new Area("inner", new() { Parent = new Area("outer", new() { Providers = { west } }) });
        });

    private sealed class Area : ComponentResource
    {
        public Area(string name, ComponentResourceOptions? options = null)
            : base("conf:index:Area", name, options)
        {
            new Vpc($"{name}-vpc", new() { CidrBlock = "10.0.0.0/16" }, new() { Parent = this });
            new RandomPet($"{name}-pet", new(), new() { Parent = this });
            RegisterOutputs();
        }
    }
}
