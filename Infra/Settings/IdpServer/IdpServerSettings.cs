using Infra.Validation;

namespace Infra.Settings.IdpServer;

/// <summary>Everything a stack of system idp-server may decide. The values here are those of production.</summary>
internal sealed record IdpServerSettings
{
    [Setting("Whether what holds data or is known by name outside (VPC, addresses, key, secrets) refuses to be deleted.")]
    public bool Protect { get; init; } = true;

    [Setting("Addresses, zones and the ways in and out.")]
    public NetworkSettings Network { get; init; } = new();

    [Setting("The key that encrypts everything of the system.")]
    public KeySettings Key { get; init; } = new();

    [Setting("The secrets that the program makes.")]
    public SecretSettings Secrets { get; init; } = new();

    [Setting("The PostgreSQL database.")]
    public DatabaseSettings Database { get; init; } = new();

    [Setting("Tags that every resource carries.")]
    public TagSettings Tags { get; init; } = new();

    /// <summary>What the types of single settings cannot say.</summary>
    /// <param name="region">The region of the stack.</param>
    /// <param name="unread">Problems of reading; what depends on those settings is not checked.</param>
    public IEnumerable<Problem> Validate(string region, IReadOnlyCollection<Problem> unread) =>
        [
            .. Network.Validate(region, unread).Select(problem => problem.Under("network")),
            .. Secrets.Validate(Protect).Select(problem => problem.Under("secrets")),
            .. Database.Validate().Select(problem => problem.Under("database")),
            .. Tags.Validate().Select(problem => problem.Under("tags")),
        ];
}
