namespace Infra.Identity;

/// <summary>How a pool remembers devices, so that a known one is trusted.</summary>
internal sealed record DeviceTracking
{
    /// <summary>Whether an unknown device must prove itself. Default: true; false means that a device stands for a second factor from the first day.</summary>
    public bool ChallengeNewDevices { get; init; } = true;

    /// <summary>Whether people are asked before a device is remembered. Default: true; false remembers every device.</summary>
    public bool AskUser { get; init; } = true;
}
