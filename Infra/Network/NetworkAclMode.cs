namespace Infra.Network;

/// <summary>What the network ACLs let through. They know no connections, so answers need rules of their own.</summary>
internal enum NetworkAclMode
{
    /// <summary>The default ACL lets everything through; security groups decide.</summary>
    AllowAll,

    /// <summary>The default ACL is empty and each tier has its own. An empty default ACL alone would cut off every subnet.</summary>
    PerTier,
}
