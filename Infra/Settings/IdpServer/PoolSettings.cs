namespace Infra.Settings.IdpServer;

/// <summary>How many connections to the database one task keeps.</summary>
internal sealed record PoolSettings
{
    [Setting("Connections of the application that write.", Min = 1, Max = 500)]
    public int Writer { get; init; } = 15;

    [Setting("Connections of the application that read.", Min = 1, Max = 500)]
    public int Reader { get; init; } = 15;

    [Setting("Connections of the control plane that write.", Min = 1, Max = 500)]
    public int ControlPlaneWriter { get; init; } = 5;

    [Setting("Connections of the control plane that read.", Min = 1, Max = 500)]
    public int ControlPlaneReader { get; init; } = 5;
}
