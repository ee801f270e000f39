using System.Collections.Immutable;
using Infra.Data;
using Infra.Validation;
using Pulumi;

namespace Infra.Settings.Data;

/// <summary>Settings of the database of one application, whose master password is generated and kept in a secret of its own.</summary>
internal sealed record AppDatabaseSettings
{
    private const string WordForm = "a letter, then letters, digits and _";
    private const string WordPattern = "^[a-z][a-z0-9_]{0,62}$";

    /// <summary>What the instance is called behind the stack's prefix: <c>finsight-db</c>.</summary>
    public const string Role = "db";

    [Setting("The database that is made in the instance.", Form = WordForm, Pattern = WordPattern)]
    public string Name { get; init; } = "app";

    [Setting("The master user.", Form = WordForm, Pattern = WordPattern)]
    public string Username { get; init; } = "app_admin";

    [Setting(
        "How long the deleted secret of the password can be rescued; 0 deletes at once and frees its name.",
        Unit = "days",
        Min = 0,
        Max = 30
    )]
    public int SecretRecoveryDays { get; init; } = 7;

    [Setting("The instance.")]
    public DatabaseSettings Instance { get; init; } = new();

    /// <summary>The master user's secret.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="name">The whole name of the secret, as the system's source gives it.</param>
    /// <param name="keyArn">The key that encrypts it.</param>
    /// <param name="protect">Whether the stack refuses to lose data.</param>
    public MasterSecretArgs ToSecretArgs(StackContext context, string name, Input<string> keyArn, bool protect) =>
        new()
        {
            Context = context,
            Name = name,
            KeyArn = keyArn,
            Username = Username,
            Version = Instance.MasterPasswordVersion,
            RecoveryDays = SecretRecoveryDays,
            Protect = protect,
        };

    /// <summary>The instance as the component takes it. Nothing is scheduled in it: pg_cron stays out of small memories.</summary>
    public TenantDatabaseArgs ToArgs(StackContext context, ImmutableArray<string> zones, bool protect, DatabaseWiring wiring) =>
        Instance.ToArgs(context, zones, protect, wiring) with
        {
            Role = Role,
            DatabaseName = Name,
            MasterUsername = Username,
            Schedules = false,
        };

    /// <summary>What the bounds alone cannot say.</summary>
    public IEnumerable<Problem> Validate(StackContext context, ImmutableArray<string> zones, bool protect)
    {
        if (SecretRecoveryDays is > 0 and < 7)
            yield return new(
                "secretRecoveryDays",
                SecretRecoveryDays,
                "0 or 7 to 30",
                "Secrets Manager keeps none for a shorter time"
            );
        if (Instance.MasterPassword != MasterPassword.Generated)
            yield return new(
                "instance.masterPassword",
                Word.Of(Instance.MasterPassword),
                Word.Of(MasterPassword.Generated),
                "the application and the proxy read it from the secret, and RDS hands its own to nobody"
            );
        foreach (var problem in Instance.Validate(context, zones, protect))
            yield return problem.Under("instance");
    }
}
