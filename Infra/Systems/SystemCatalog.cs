namespace Infra.Systems;

/// <summary>The systems there are.</summary>
internal static class SystemCatalog
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<SystemDefinition> All { get; } =
    [
        new IdpServerDefinition(),
        new WebPlatformDefinition(),
        new NeuraknotDefinition(),
        new FinsightDefinition(),
        new TaskflowDefinition(),
        new BootstrapDefinition(),
    ];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(system => system.Name)];

    /// <summary>The system of a name, or nothing.</summary>
    public static SystemDefinition? Find(string? name) => All.FirstOrDefault(system => system.Name == name);
}
