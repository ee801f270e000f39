using System.Collections.Immutable;
using Pulumi;
using Pulumi.Random;

namespace Conformance.Tests.Programs;

internal static class SecretsInValues
{
    public static Task<int> RunAsync() =>
        Deployment.RunAsync(() =>
        {
            var secret = Output.CreateSecret("s3cr3t");
            var list = Output.CreateSecret(ImmutableArray.Create("a", "b"));
            var all = Output.All<string>(secret, "plain").Apply(parts => string.Join('-', parts));

            new RandomPet(
                "map",
                new()
                {
                    Keepers =
                    {
                        ["nested"] = secret,
                        ["plain"] = "p",
                        ["all"] = all,
                    },
                }
            );
            var map = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" };
            new RandomPet("whole-map", new() { Keepers = Output.CreateSecret(map) });
            new RandomShuffle("list", new() { Inputs = { "x", secret, "z" }, ResultCount = 2 });
            new RandomShuffle("whole-list", new() { Inputs = list });
            new RandomPet("text", new() { Prefix = Output.Format($"<{secret}>"), Separator = Output.Unsecret(secret) });
            new RandomInteger("number", new() { Min = 1, Max = Output.CreateSecret(9) });
            return new Dictionary<string, object?>
            {
                ["secret"] = secret,
                ["nested"] = new Dictionary<string, object?> { ["deep"] = new object[] { secret, "plain" } },
                ["all"] = all,
                ["unsecret"] = Output.Unsecret(all),
            };
        });
}
