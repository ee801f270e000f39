namespace Infra.Observability.Alarms;

/// <summary>A database instance to watch.</summary>
/// <param name="Key">What its alarms are called: <c>database</c>, or <c>database-replica</c>.</param>
/// <param name="Identifier">The instance.</param>
/// <param name="InstanceClass">Its class, such as <c>db.r6g.xlarge</c>; only classes of kind t have CPU credits.</param>
/// <param name="MaxConnections">How many connections it allows.</param>
internal sealed record DatabaseWatch(string Key, string Identifier, string InstanceClass, int MaxConnections)
{
    /// <summary>Whether it follows another instance. Default: false.</summary>
    public bool IsReplica { get; init; }

    /// <summary>What the rows watch.</summary>
    public string Thing => $"database/{Identifier}";

    /// <summary>Whether its CPU lives on credits.</summary>
    public bool HasCpuCredits => InstanceClass.StartsWith("db.t", StringComparison.Ordinal);
}
