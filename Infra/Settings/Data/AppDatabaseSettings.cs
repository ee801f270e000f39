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

    [Setting("The instance.")]
    public DatabaseSettings Instance { get; init; } = new();

    /// <summary>The master user's secret.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="name">The whole name of the secret, as the system's source gives it.</param>
    /// <param name="keyArn">The key that encrypts it.</param>
    /// <param name="recoveryDays">Days in which it can be rescued once it is deleted.</param>
    /// <param name="protect">Whether the stack refuses to lose data.</param>
    public MasterSecretArgs ToSecretArgs(
        StackContext context,
        string name,
        Input<string> keyArn,
        int recoveryDays,
        bool protect
    ) =>
        new()
        {
            Context = context,
            Name = name,
            KeyArn = keyArn,
            Username = Username,
            Version = Instance.MasterPasswordVersion,
            RecoveryDays = recoveryDays,
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
