using Pulumi;
using Pulumi.Random;

namespace Conformance.Tests.Programs;

internal static class FailsInApply
{
    public static Task<int> RunAsync() =>
        Deployment.RunAsync(() =>
        {
            new RandomPet("fine", new());
            new RandomPet("broken", new() { Prefix = Output.Create("value").Apply(Refuse) });
        });

    private static string Refuse(string value) => throw new RunException($"no such {value}");
}
