namespace Infra.Settings;

/// <summary>What a stack is for. It picks the defaults of its settings and nothing else.</summary>
internal enum StackEnvironment
{
    /// <summary>Cheap, and deleted without asking.</summary>
    Dev,

    /// <summary>The shape of production, smaller.</summary>
    Staging,

    /// <summary>Production.</summary>
    Prod,
}
