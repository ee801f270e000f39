namespace Review.Drawing.Reading;

/// <summary>Where cards of a type lie.</summary>
internal enum CardPlace
{
    /// <summary>In the region; across the subnets that it names, if it names any.</summary>
    Region,

    /// <summary>In one subnet.</summary>
    Subnet,

    /// <summary>In the VPC, beside its subnets.</summary>
    Vpc,

    /// <summary>In no region.</summary>
    Global,
}
