namespace Infra.Cli.Operations.Calls;

/// <summary>The calls to CloudWatch, and to the service that scales.</summary>
internal static class AlarmCalls
{
    /// <summary>CloudWatch takes no more names at once.</summary>
    private const int AtOnce = 100;

    /// <summary>Alarms that tell nobody any more.</summary>
    public static IEnumerable<string[]> Silence(IEnumerable<string> alarms) =>
        alarms.Chunk(AtOnce).Select(names => (string[])["cloudwatch", "disable-alarm-actions", "--alarm-names", .. names]);

    /// <summary>Alarms that tell again.</summary>
    public static IEnumerable<string[]> Hear(IEnumerable<string> alarms) =>
        alarms.Chunk(AtOnce).Select(names => (string[])["cloudwatch", "enable-alarm-actions", "--alarm-names", .. names]);

    /// <summary>An alarm that rings again if it still has a reason: it tells only of changes.</summary>
    public static string[] Recheck(string alarm) =>
        [
            "cloudwatch",
            "set-alarm-state",
            "--alarm-name",
            alarm,
            "--state-value",
            "OK",
            "--state-reason",
            "The system has been started; an alarm that is still due rings again",
        ];

    /// <summary>A service that scales by itself no more, or again. Its bounds stay.</summary>
    public static string[] Scaling(string cluster, string service, bool suspended)
    {
        var word = suspended ? "true" : "false";
        return
        [
            "application-autoscaling",
            "register-scalable-target",
            "--service-namespace",
            "ecs",
            "--resource-id",
            $"service/{cluster}/{service}",
            "--scalable-dimension",
            "ecs:service:DesiredCount",
            "--suspended-state",
            $"DynamicScalingInSuspended={word},DynamicScalingOutSuspended={word},ScheduledScalingSuspended={word}",
        ];
    }
}
