using Pulumi;
using Pulumi.Random;

namespace Conformance.Tests.Programs;

internal static class FailsByLogging
{
    public static Task<int> RunAsync() =>
        Deployment.RunAsync(() =>
        {
            new RandomPet("pet", new());
            Log.Error("something is wrong");
            return new Dictionary<string, object?> { ["output"] = "still sent" };
        });
}
