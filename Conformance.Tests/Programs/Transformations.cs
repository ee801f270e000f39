using Pulumi;
using Pulumi.Random;

namespace Conformance.Tests.Programs;

internal static class Transformations
{
    public static Task<int> RunAsync() => Deployment.RunAsync(Define, new() { ResourceTransformations = { Append("-stack") } });

    private static Task<IDictionary<string, object?>> Define()
    {
        new RandomPet("plain", new() { Prefix = "p" });
        new RandomPet(
            "own",
            new() { Prefix = "p" },
            new() { ResourceTransformations = { Append("-one"), Append("-two"), Protect } }
        );
        new Area("area", new() { ResourceTransformations = { Append("-area"), Protect } });
        new RandomId("untouched", new() { ByteLength = 2 });
        return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());
    }

    private static ResourceTransformation Append(string text) =>
        transformed =>
        {
            if (transformed.Args is not RandomPetArgs arguments)
                return null;
            var changed = new RandomPetArgs { Prefix = Output.Format($"{arguments.Prefix ?? ""}{text}") };
            return new ResourceTransformationResult(changed, transformed.Options);
        };

    private static ResourceTransformationResult? Protect(ResourceTransformationArgs transformed) =>
        transformed is { Args: RandomPetArgs, Options: CustomResourceOptions options }
            ? new(transformed.Args, CustomResourceOptions.Merge(options, new() { Protect = true }))
            : null;

    private sealed class Area : ComponentResource
    {
        public Area(string name, ComponentResourceOptions options)
            : base("conf:index:Area", name, options)
        {
            new RandomPet(
                $"{name}-pet",
                new() { Prefix = "p" },
                new() { Parent = this, ResourceTransformations = { Append("-own") } }
            );
            RegisterOutputs();
        }
    }
}
