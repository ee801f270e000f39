using Pulumi;

namespace Conformance.Tests.Programs;

internal static class FailsWithResourceError
{
    public static Task<int> RunAsync() =>
        Deployment.RunAsync(() =>
        {
            new Area("area");
        });

    private sealed class Area : ComponentResource
    {
        public Area(string name)
            : base("conf:index:Area", name) => throw new ResourceException("the area is too small", this, hideStack: true);
    }
}
