namespace Infra.Network;

/// <summary>How many NAT gateways a network has.</summary>
internal enum NatGateways
{
    /// <summary>None: tasks reach AWS through endpoints and the internet not at all.</summary>
    None,

    /// <summary>One, in the first zone: tasks of every zone stop reaching the internet when that zone fails.</summary>
    Single,

    /// <summary>One in each zone, used by the tasks of that zone.</summary>
    PerAz,
}
