using Infra.Validation;

namespace Infra.Settings.IdpServer;

/// <summary>Settings of the database.</summary>
internal sealed record DatabaseSettings
{
    [Setting("Copies that serve reads.", Min = 0, Max = 5)]
    public int ReadReplicas { get; init; } = 1;

    [Setting(
        "Who keeps the master password. managed: RDS makes and rotates it, and no state ever holds it; PostgreSQL refuses replicas of such "
            + "an instance. generated: the program makes it and keeps it in the secret db-master."
    )]
    public MasterPassword MasterPassword { get; init; } = MasterPassword.Generated;

    [Setting("Version of a generated master password. Raising it makes a new one.", Min = 1, Max = 1_000_000)]
    public int MasterPasswordVersion { get; init; } = 1;

    /// <summary>What the bounds alone cannot say.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (ReadReplicas > 0 && MasterPassword == MasterPassword.Managed)
            yield return new(
                "masterPassword",
                "managed",
                $"generated while readReplicas is {ReadReplicas}",
                "RDS for PostgreSQL makes no replica of an instance whose password it manages; set readReplicas: 0 to keep it managed"
            );
    }
}
