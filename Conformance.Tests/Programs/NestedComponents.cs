using Pulumi;
using Pulumi.Random;

namespace Conformance.Tests.Programs;

internal static class NestedComponents
{
    public static Task<int> RunAsync() =>
        Deployment.RunAsync(() =>
        {
            new Tree("oak");
            new Leaf("alone");
        });

    private sealed class Leaf : ComponentResource
    {
        public Output<string> PetName { get; }

        public Leaf(string name, ComponentResourceOptions? options = null)
            : base("conf:index:Leaf", name, options)
        {
            var pet = new RandomPet($"{name}-pet", new() { Length = 2 }, new() { Parent = this });
            PetName = pet.Id;
            RegisterOutputs(new Dictionary<string, object?> { ["petName"] = PetName, ["fixed"] = "leaf" });
        }
    }

    private sealed class Tree : ComponentResource
    {
        public Tree(string name)
            : base("conf:index:Tree", name)
        {
            var left = new Leaf($"{name}-left", new() { Parent = this });
            new Leaf($"{name}-right", new() { Parent = this });
            new RandomId($"{name}-id", new() { ByteLength = 4, Prefix = left.PetName }, new() { Parent = left });
            RegisterOutputs();
        }
    }
}
