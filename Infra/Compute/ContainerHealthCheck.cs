using System.Collections.Immutable;

namespace Infra.Compute;

/// <summary>A command that says whether a container works; ECS replaces a task whose essential container does not.</summary>
internal sealed record ContainerHealthCheck
{
    /// <summary><c>CMD</c> and a program, or <c>CMD-SHELL</c> and a line for the shell.</summary>
    public required ImmutableArray<string> Command { get; init; }

    /// <summary>Seconds between checks. Default: 30. ECS takes 5 to 300.</summary>
    public int IntervalSeconds { get; init; } = 30;

    /// <summary>Seconds after which a check has failed. Default: 5. ECS takes 2 to 60.</summary>
    public int TimeoutSeconds { get; init; } = 5;

    /// <summary>Failures in a row that make it unhealthy. Default: 3. ECS takes 1 to 10.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>Seconds in which failures do not count. Default: 60. ECS takes 0 to 300.</summary>
    public int StartPeriodSeconds { get; init; } = 60;

    /// <summary>
    /// Asks a path over HTTP with whatever the image has: curl, or the wget of BusyBox, which small images have instead.
    /// </summary>
    public static ImmutableArray<string> Http(int port, string path)
    {
        // Not localhost: the wget of BusyBox takes its first address, which is that of IPv6 where the container has one.
        var url = $"http://127.0.0.1:{port}{path}";
        return ["CMD-SHELL", $"wget -q -O /dev/null {url} || curl -fsS -o /dev/null {url} || exit 1"];
    }
}
