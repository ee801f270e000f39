using Pulumi;

namespace Conformance.Tests.Programs;

internal static class MissingConfig
{
    public static Task<int> RunAsync() =>
        Deployment.RunAsync(() =>
        {
            new Config().Require("absent");
        });
}
