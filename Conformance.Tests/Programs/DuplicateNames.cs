using Pulumi;
using Pulumi.Random;

namespace Conformance.Tests.Programs;

internal static class DuplicateNames
{
    public static Task<int> RunAsync() =>
        Deployment.RunAsync(() =>
        {
            new RandomPet("twin", new() { Length = 1 });
            new RandomPet("twin", new() { Length = 2 });
        });
}
