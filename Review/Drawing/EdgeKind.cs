namespace Review.Drawing;

/// <summary>Why two nodes are joined.</summary>
public enum EdgeKind
{
    /// <summary>Requests go along it.</summary>
    Traffic,

    /// <summary>Packets that leave the network are sent along it.</summary>
    Routing,

    /// <summary>Data is copied along it: replicas, backups, logs, events.</summary>
    Data,

    /// <summary>Alarms are told along it.</summary>
    Alarm,

    /// <summary>One guards the other, as a web ACL does.</summary>
    Guard,
}
