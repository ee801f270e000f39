using System.Collections.Immutable;
using Infra.Data;
using Infra.Settings.Data;
using Infra.Validation;

namespace Infra.Settings.WebPlatform;

/// <summary>Settings of the database, which a platform may have.</summary>
internal sealed record PlatformDatabaseSettings
{
    [Setting("Whether there is a PostgreSQL database. Its address and password become parameters of the application.")]
    public bool Enabled { get; init; }

    [Setting(
        "The database that is made in it.",
        Form = "a letter, then letters, digits and _",
        Pattern = "^[a-z][a-z0-9_]{0,62}$"
    )]
    public string Name { get; init; } = "platform";

    [Setting("The master user.", Form = "a letter, then letters, digits and _", Pattern = "^[a-z][a-z0-9_]{0,62}$")]
    public string Username { get; init; } = "platform_admin";

    [Setting("The instance. Its master password is generated: the application reads it as a parameter.")]
    public DatabaseSettings Instance { get; init; } = new();

    /// <summary>The same as the component takes it.</summary>
    public TenantDatabaseArgs ToArgs(StackContext context, ImmutableArray<string> zones, bool protect, DatabaseWiring wiring) =>
        Instance.ToArgs(context, zones, protect, wiring) with
        {
            DatabaseName = Name,
            MasterUsername = Username,
        };

    /// <summary>What the bounds alone cannot say.</summary>
    public IEnumerable<Problem> Validate(StackContext context, ImmutableArray<string> zones, bool protect)
    {
        if (!Enabled)
            yield break;
        if (Instance.MasterPassword != MasterPassword.Generated)
            yield return new(
                "instance.masterPassword",
                Word.Of(Instance.MasterPassword),
                Word.Of(MasterPassword.Generated),
                "the application reads it as a parameter, and RDS hands its own to nobody"
            );
        foreach (var problem in Instance.Validate(context, zones, protect))
            yield return problem.Under("instance");
    }
}
