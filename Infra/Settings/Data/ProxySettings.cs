using System.Collections.Immutable;
using Infra.Data;
using Infra.Validation;
using Pulumi;

namespace Infra.Settings.Data;

/// <summary>Settings of the proxy before a database.</summary>
internal sealed record ProxySettings
{
    [Setting("Whether there is one. It costs by the hour, for two processors at least, also while the database is stopped.")]
    public bool Enabled { get; init; } = true;

    [Setting(
        "Connections to the database that it may open. RDS takes whole percents of the database's maxConnections, rounded down: 20 of 80 are "
            + "25 %, 20 of 450 are 4 % = 18. A preview shows the sum.",
        Min = 1,
        Max = 5000
    )]
    public int Connections { get; init; } = 20;

    [Setting("Of those, how many stay open while nobody uses them.", Min = 0, Max = 5000)]
    public int IdleConnections { get; init; } = 10;

    [Setting("How long an application may say nothing before it is disconnected.", Unit = "seconds", Min = 60, Max = 28_800)]
    public int IdleClientSeconds { get; init; } = 1800;

    [Setting(
        "How long an application waits for a connection. Longer than its own timeout is of no use.",
        Unit = "seconds",
        Min = 1,
        Max = 300
    )]
    public int BorrowSeconds { get; init; } = 20;

    [Setting(
        "How the proxy signs in to the database; applications sign in to the proxy by IAM, always. secret: with the master user's password, "
            + "which makes every application the master user. iam: as the user below, whom somebody has to make in the database first, see "
            + "database/finsight/README.md."
    )]
    public ProxyAuth Auth { get; init; } = ProxyAuth.Secret;

    [Setting(
        "The user of applications where auth is iam.",
        Form = "a letter, then letters, digits and _",
        Pattern = "^[a-z][a-z0-9_]{0,62}$"
    )]
    public string User { get; init; } = "finsight_app";

    [LogRetention("How long its log is kept.")]
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>The same as the component takes it.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="maxConnections">What the database accepts.</param>
    /// <param name="wiring">What other resources give.</param>
    public DatabaseProxyArgs ToArgs(StackContext context, int maxConnections, ProxyWiring wiring) =>
        new()
        {
            Context = context,
            SubnetIds = wiring.SubnetIds,
            SecurityGroupId = wiring.SecurityGroupId,
            KeyArn = wiring.KeyArn,
            DatabaseIdentifier = wiring.DatabaseIdentifier,
            Auth = Auth,
            User = Auth == ProxyAuth.Secret ? wiring.MasterUser : User,
            SecretArn = Auth == ProxyAuth.Secret ? wiring.SecretArn : null,
            DatabaseResourceId = Auth == ProxyAuth.Iam ? wiring.DatabaseResourceId : null,
            MaxConnections = maxConnections,
            Connections = Connections,
            IdleConnections = IdleConnections,
            IdleClientSeconds = IdleClientSeconds,
            BorrowSeconds = BorrowSeconds,
            LogRetentionDays = LogRetentionDays,
        };

    /// <summary>What the bounds alone cannot say: all that the component would refuse.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="zones">The zones of the network.</param>
    /// <param name="masterUser">The master user of the database.</param>
    /// <param name="maxConnections">What the database accepts.</param>
    public IEnumerable<Problem> Validate(
        StackContext context,
        ImmutableArray<string> zones,
        string masterUser,
        int maxConnections
    )
    {
        if (!Enabled)
            return [];
        var wiring = new ProxyWiring([.. zones.Select(zone => (Input<string>)zone)], "", "", "", "", "", masterUser);
        IEnumerable<Problem> problems = ToArgs(context, maxConnections, wiring).Validate();
        return Auth == ProxyAuth.Iam && User == masterUser
            ?
            [
                .. problems,
                new(
                    "user",
                    User,
                    "another user than the database's master user",
                    "granted rds_iam it could no longer sign in with its password; set auth: secret to be the master user"
                ),
            ]
            : problems;
    }
}
