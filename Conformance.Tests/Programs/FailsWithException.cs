using Pulumi;
using Pulumi.Random;

namespace Conformance.Tests.Programs;

internal static class FailsWithException
{
    public static Task<int> RunAsync() =>
        Deployment.RunAsync(
            (Action)(
                () =>
                {
                    new RandomPet("before", new());
                    throw new InvalidOperationException("unexpected");
                }
            )
        );
}
