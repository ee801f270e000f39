using Review.Guardrails;

namespace Review.Model.Aws;

/// <summary>How long the parts of a way in wait for each other.</summary>
internal static class IdleTimeouts
{
    // What AWS takes where nothing is said, in seconds.
    private const int Default = 60;

    // Tomcat closes after 60 seconds, nginx after 75.
    private const int UsualKeepAlive = 60;
    private const string KeepAliveVariable = "KEEP_ALIVE_TIMEOUT";

    /// <summary>Whether a load balancer closes before its targets and after the CDN before it.</summary>
    public static Verdict Check(Resource balancer)
    {
        var idle = balancer["idleTimeout"];
        if (idle.IsUnknown)
            return Verdict.CannotKnow("idleTimeout is known only after the deployment");
        var seconds = idle.IsMissing ? Default : idle.Number ?? Default;
        double? told = null;
        foreach (var keepAlive in KeepAlives(balancer))
            if (keepAlive.Number / 1000 is { } kept)
                told = Math.Min(told ?? kept, kept);
        var targets = told ?? UsualKeepAlive;
        return Verdict.Of(
                told is null ? seconds <= targets : seconds < targets,
                $"idleTimeout: got {seconds}, want {(told is null ? "at most" : "less than")} {targets}, the keep-alive of its targets in seconds"
            )
            & Verdict.All(
                Patience(balancer)
                    .Select(patience =>
                        Verdict.Of(
                            seconds >= patience.Number,
                            $"idleTimeout: got {seconds}, want {patience.Text} or more, the originReadTimeout of the CDN"
                        )
                    )
            );
    }

    // In milliseconds, as container definitions tell the application.
    private static IEnumerable<Value> KeepAlives(Resource balancer) =>
        from listener in balancer.Listeners()
        from part in listener.ListenerRules().Prepend(listener)
        from targets in part.Referred(part == listener ? "defaultActions" : "actions", Balancers.TargetGroup)
        from service in targets.ReferredBy("aws:ecs/service:Service", "loadBalancers")
        from task in service.Referred("taskDefinition", "aws:ecs/taskDefinition:TaskDefinition")
        from container in task.Json("containerDefinitions").Items
        from variable in container["environment"].Items
        where variable["name"].Text == KeepAliveVariable
        select variable["value"];

    // In seconds, of the distributions that ask this load balancer.
    private static IEnumerable<Value> Patience(Resource balancer)
    {
        var hosts = balancer.AliasHosts().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return from distribution in balancer.Stack.All(OriginHeaders.Distribution)
            from origin in distribution["origins"].Items
            where
                origin["domainName"].Text is { } host
                && (hosts.Contains(host) || balancer.Stack.References.In(host).Contains(balancer))
            select origin["customOriginConfig.originReadTimeout"] into patience
            where patience.Number is not null
            select patience;
    }
}
