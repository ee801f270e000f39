namespace Review.Drawing;

/// <summary>What a node of a picture is. Boxes hold other nodes; cards and copies hold none.</summary>
public enum NodeKind
{
    /// <summary>The whole stack: owns the stack itself, its providers and its components.</summary>
    Stack,

    /// <summary>Where people and other systems are.</summary>
    Outside,

    /// <summary>A box for services without a region.</summary>
    Global,

    /// <summary>A box for a region.</summary>
    Region,

    /// <summary>A box for a VPC.</summary>
    Vpc,

    /// <summary>A box for the subnets of a VPC that have the same part in it, over all zones.</summary>
    Tier,

    /// <summary>A box for one subnet, which lies in one zone.</summary>
    Subnet,

    /// <summary>A box inside a tier for what belongs together there, such as the services of a cluster.</summary>
    Frame,

    /// <summary>A box for services of a region outside its VPCs, by area.</summary>
    Group,

    /// <summary>A main resource, or several alike, with all that belongs to it.</summary>
    Card,

    /// <summary>A further copy that AWS keeps of a card, such as a standby in another zone. Owns no resources.</summary>
    Copy,
}
