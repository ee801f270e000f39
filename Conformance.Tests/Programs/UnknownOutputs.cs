using Pulumi;
using Pulumi.Random;

namespace Conformance.Tests.Programs;

internal static class UnknownOutputs
{
    public static Task<int> RunAsync() =>
        Deployment.RunAsync(() =>
        {
            var pet = new RandomPet("pet", new() { Length = 2 });
            var id = new RandomId("id", new() { ByteLength = 8 });

            var both = Output.Tuple(pet.Id, id.Hex).Apply(parts => $"{parts.Item1}/{parts.Item2}");
            new RandomPet("direct", new() { Prefix = pet.Id });
            new RandomPet("applied", new() { Prefix = pet.Id.Apply(value => value.ToUpperInvariant()) });
            new RandomPet("interpolated", new() { Prefix = Output.Format($"{pet.Id}-{id.Hex}") });
            new RandomPet("all", new() { Prefix = both, Separator = pet.Separator });
            new RandomPet("known", new() { Prefix = Output.Format($"{pet.Length}-x"), Length = pet.Length });
            new RandomPet(
                "nested",
                new()
                {
                    Keepers =
                    {
                        ["unknown"] = id.Dec,
                        ["known"] = "k",
                        ["both"] = both,
                    },
                }
            );
            new RandomShuffle("list", new() { Inputs = { "a", pet.Id, id.Hex } });
            var secret = Output.Tuple(Output.CreateSecret("s"), pet.Id).Apply(parts => parts.Item1 + parts.Item2);
            new RandomPet("secret", new() { Prefix = secret });
            new RandomPet("chained", new() { Prefix = pet.Id.Apply(value => Output.Create($"{value}!")) });
            return new Dictionary<string, object?> { ["both"] = both, ["known"] = pet.Length };
        });
}
