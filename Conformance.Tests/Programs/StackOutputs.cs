using Pulumi;
using Pulumi.Random;

namespace Conformance.Tests.Programs;

internal static class StackOutputs
{
    public static Task<int> RunAsync() =>
        Deployment.RunAsync(() =>
        {
            var pet = new RandomPet("pet", new() { Length = 2 });
            var password = new RandomPassword("password", new() { Length = 8 });
            var inner = new Dictionary<string, object?> { ["length"] = pet.Length };
            return new Dictionary<string, object?>
            {
                ["text"] = "t",
                ["number"] = 1.5,
                ["flag"] = false,
                ["list"] = new object[] { "a", pet.Id, Output.CreateSecret("s") },
                ["object"] = new Dictionary<string, object?>
                {
                    ["known"] = "k",
                    ["unknown"] = pet.Id,
                    ["secret"] = password.Result,
                    ["deep"] = new Dictionary<string, object?> { ["list"] = new object[] { inner } },
                },
                ["secretObject"] = Output.CreateSecret(new Dictionary<string, int> { ["a"] = 1 }),
                ["unknownSecret"] = Output.Tuple(pet.Id, password.Result).Apply(parts => parts.Item1 + parts.Item2),
                ["empty"] = new Dictionary<string, object?>(),
                ["absent"] = null,
            };
        });
}
