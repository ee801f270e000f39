namespace Infra.Observability.Alarms;

/// <summary>A proxy of RDS to watch.</summary>
/// <param name="Key">What its alarms begin with, such as <c>proxy</c>.</param>
/// <param name="ProxyName">The proxy.</param>
/// <param name="Connections">How many connections it may open.</param>
internal sealed record DatabaseProxyWatch(string Key, string ProxyName, int Connections)
{
    /// <summary>What the rows watch.</summary>
    public string Thing => $"proxy/{ProxyName}";
}
