using Pulumi;
using Pulumi.Random;

namespace Conformance.Tests.Programs;

internal static class Logging
{
    public static Task<int> RunAsync() =>
        Deployment.RunAsync(() =>
        {
            var pet = new RandomPet("pet", new());
            Log.Info("an info");
            Log.Warn("a warning", pet);
            Log.Info("about the pet", pet, 7, true);
        });
}
