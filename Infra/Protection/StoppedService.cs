namespace Infra.Protection;

/// <summary>A service of tasks that a schedule stops and starts.</summary>
/// <param name="ClusterName">Its cluster.</param>
/// <param name="ServiceName">Its name in the cluster.</param>
/// <param name="Tasks">How many tasks are started in the morning.</param>
internal sealed record StoppedService(string ClusterName, string ServiceName, int Tasks)
{
    /// <summary>How its schedules are told from those of other services. Default: by nothing, as the only one needs it.</summary>
    public string? Role { get; init; }

    /// <summary>Whether it scales by itself, which is suspended while it is stopped. Default: true.</summary>
    public bool Scales { get; init; } = true;

    /// <summary>What a schedule of it is called: <c>tasks-stop</c>, or <c>backend-go-tasks-stop</c>.</summary>
    public string Key(string step) => Role is null ? step : $"{Role}-{step}";
}
