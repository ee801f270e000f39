using Pulumi;

namespace Infra.Observability.Alarms;

/// <summary>A NAT gateway to watch.</summary>
/// <param name="Zone">The suffix of its zone, such as <c>1a</c>.</param>
/// <param name="Id">The gateway.</param>
internal sealed record NatWatch(string Zone, Output<string> Id)
{
    /// <summary>What the rows watch.</summary>
    public string Thing => $"nat/{Zone}";
}
