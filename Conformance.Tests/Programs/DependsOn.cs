using Pulumi;
using Pulumi.Random;

namespace Conformance.Tests.Programs;

internal static class DependsOn
{
    public static Task<int> RunAsync() =>
        Deployment.RunAsync(() =>
        {
            var first = new RandomPet("first", new());
            var second = new RandomPet("second", new(), new() { DependsOn = first });
            var area = new Area("area", new() { DependsOn = { first } });
            var outer = new Outer("outer");
            new RandomPet("after-both", new(), new() { DependsOn = { first, second } });
            new RandomPet("after-area", new(), new() { DependsOn = area });
            new RandomPet("after-outer", new() { Prefix = first.Id }, new() { DependsOn = { outer } });
            new RandomPet("after-output", new(), new() { DependsOn = Output.Create<Resource>(second) });
            var twice = new RandomPetArgs { Prefix = first.Id, Separator = first.Separator };
            new RandomPet("twice", twice, new() { DependsOn = { first, first } });
        });

    private sealed class Area : ComponentResource
    {
        public Area(string name, ComponentResourceOptions? options = null)
            : base("conf:index:Area", name, options)
        {
            var pet = new RandomPet($"{name}-pet", new(), new() { Parent = this });
            new RandomPet($"{name}-second", new() { Prefix = pet.Id }, new() { Parent = this });
            RegisterOutputs();
        }
    }

    private sealed class Outer : ComponentResource
    {
        public Outer(string name)
            : base("conf:index:Outer", name)
        {
            new Area($"{name}-inner", new() { Parent = this });
            RegisterOutputs();
        }
    }
}
