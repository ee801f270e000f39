namespace Infra.Edge;

/// <summary>What a target group is a list of.</summary>
internal enum TargetKind
{
    /// <summary>Addresses: tasks with a network interface of their own.</summary>
    Ip,

    /// <summary>
    /// Instances and the ports on them: tasks in bridge mode, each of which has another port. The port of the group is then only a default.
    /// </summary>
    Instance,
}
