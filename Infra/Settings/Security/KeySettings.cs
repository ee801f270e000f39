namespace Infra.Settings.Security;

/// <summary>Settings of the KMS key.</summary>
internal sealed record KeySettings
{
    [Setting("How long a deleted key can still be rescued. Without the key its data is lost.", Unit = "days", Min = 7, Max = 30)]
    public int DeletionDays { get; init; } = 30;

    [Setting("How often AWS makes new key material. Old data stays readable.", Unit = "days", Min = 90, Max = 2560)]
    public int RotationDays { get; init; } = 365;
}
