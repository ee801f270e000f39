using Pulumi;
using Pulumi.Random;

namespace Conformance.Tests.Programs;

internal static class FailsWithRunError
{
    public static Task<int> RunAsync() =>
        Deployment.RunAsync(
            (Action)(
                () =>
                {
                    new RandomPet("before", new());
                    throw new RunException("the settings are wrong");
                }
            )
        );
}
