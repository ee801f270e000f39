namespace Engine.Providers.Aws.Policies;

/// <summary>A policy document that others are merged into.</summary>
internal sealed class PolicyDocument
{
    private readonly Dictionary<string, int> _bySid = new(StringComparer.Ordinal);

    public string Version { get; set; } = "";

    public string Id { get; set; } = "";

    public List<PolicyStatement> Statements { get; } = [];

    /// <summary>Takes over another document: its id, a later version, and its statements, which replace those of the same Sid.</summary>
    public void Merge(PolicyDocument other)
    {
        if (other.Id.Length > 0)
            Id = other.Id;
        if (string.CompareOrdinal(other.Version, Version) > 0)
            Version = other.Version;
        foreach (var statement in other.Statements)
            Add(statement);
    }

    public void Add(PolicyStatement statement)
    {
        if (statement.Sid.Length > 0 && _bySid.TryGetValue(statement.Sid, out var at))
        {
            Statements[at] = statement;
            return;
        }
        if (statement.Sid.Length > 0)
            _bySid[statement.Sid] = Statements.Count;
        Statements.Add(statement);
    }
}
