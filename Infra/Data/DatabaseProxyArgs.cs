using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Data;

/// <summary>What a <see cref="DatabaseProxy"/> needs.</summary>
internal sealed partial record DatabaseProxyArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>What it is called behind the stack's prefix. Default: <c>db-proxy</c>.</summary>
    public string Role { get; init; } = "db-proxy";

    /// <summary>Subnets in two zones or more, from which the database and the key's services are reached.</summary>
    public required ImmutableArray<Input<string>> SubnetIds { get; init; }

    /// <summary>The security group, open to applications and to the database.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>The key that encrypts its log and the secret.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>The database, once it is there; see <see cref="TenantDatabase.InstanceIdentifier"/>.</summary>
    public required Input<string> DatabaseIdentifier { get; init; }

    /// <summary>Whom applications sign in as. With <see cref="ProxyAuth.Secret"/> it is the user of the secret.</summary>
    public required string User { get; init; }

    /// <summary>How the proxy signs in to the database. Default: with the secret.</summary>
    public ProxyAuth Auth { get; init; }

    /// <summary>The secret with <c>username</c> and <c>password</c>; only for <see cref="ProxyAuth.Secret"/>.</summary>
    public Input<string>? SecretArn { get; init; }

    /// <summary>The id by which policies name the database, <c>db-…</c>; only for <see cref="ProxyAuth.Iam"/>.</summary>
    public Input<string>? DatabaseResourceId { get; init; }

    /// <summary>What the database accepts.</summary>
    public required int MaxConnections { get; init; }

    /// <summary>How many of those the proxy may open. Default: 20; it comes out in whole percents.</summary>
    public int Connections { get; init; } = 20;

    /// <summary>How many it keeps open while nobody uses them. Default: 10.</summary>
    public int IdleConnections { get; init; } = 10;

    /// <summary>Seconds without a request after which an application is disconnected. Default: half an hour.</summary>
    public int IdleClientSeconds { get; init; } = 1800;

    /// <summary>Seconds that an application waits for a connection. Default: 20; a function that lives 30 s must hear of it itself.</summary>
    public int BorrowSeconds { get; init; } = 20;

    /// <summary>How long its log is kept. Default: a month.</summary>
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>The connections as RDS wants them told.</summary>
    public ConnectionShare Share => new(Connections, IdleConnections, MaxConnections);

    /// <summary>What RDS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (SubnetIds.Length < 2)
            yield return new("subnetIds", SubnetIds.Length, "2 or more, in different zones", "RDS Proxy demands two zones");
        if (!Word().IsMatch(User))
            yield return new("user", User, "a letter, then up to 62 letters, digits and _", "PostgreSQL takes nothing else");
        if (Auth == ProxyAuth.Secret && SecretArn is null)
            yield return new("secretArn", null, "a secret while auth is secret", "the proxy signs in with it; or set auth: iam");
        if (Auth == ProxyAuth.Iam && DatabaseResourceId is null)
            yield return new(
                "databaseResourceId",
                null,
                "the id of the database while auth is iam",
                "the proxy may sign in to that one only; or set auth: secret"
            );
        foreach (var problem in Share.Validate())
            yield return problem;
        if (IdleClientSeconds is < 60 or > 28_800)
            yield return new("idleClientSeconds", IdleClientSeconds, "60 to 28800", "RDS Proxy waits a minute to eight hours");
        if (BorrowSeconds is < 1 or > 300)
            yield return new("borrowSeconds", BorrowSeconds, "1 to 300", "RDS Proxy lets nobody wait longer than five minutes");
    }

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9_]{0,62}$")]
    private static partial Regex Word();
}
