using System.Collections.Immutable;
using Pulumi;
using Pulumi.Random;

namespace Conformance.Tests.Programs;

internal static class ResourceReferences
{
    public static Task<int> RunAsync() =>
        Deployment.RunAsync(() =>
        {
            var pet = new RandomPet("pet", new());
            var area = new Area("area");
            Thing.Of("custom", ("resource", pet));
            Thing.Of("component", ("resource", area));
            Thing.Of(
                "nested",
                ("list", ImmutableArray.Create<Resource>(pet, area)),
                ("map", ImmutableDictionary<string, Resource>.Empty.Add("pet", pet))
            );
            Thing.Of("output", ("resource", Output.Create(pet)));
            return new Dictionary<string, object?> { ["pet"] = pet.Urn };
        });

    private sealed class Area : ComponentResource
    {
        public Area(string name)
            : base("conf:index:Area", name)
        {
            new RandomPet($"{name}-pet", new(), new() { Parent = this });
            RegisterOutputs();
        }
    }
}
