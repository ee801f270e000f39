namespace Infra.Data;

/// <summary>How a table's traffic is paid for.</summary>
internal enum TableBilling
{
    /// <summary>By the request; nothing to plan and nothing to pay while it is quiet.</summary>
    OnDemand,

    /// <summary>By the capacity kept ready, which follows the traffic between bounds. Cheaper when traffic is steady.</summary>
    Provisioned,
}
