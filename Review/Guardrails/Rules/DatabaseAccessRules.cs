using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>RDS instances: who can connect, and how.</summary>
internal sealed class DatabaseAccessRules : GuardrailTable
{
    // Since version 15 RDS refuses connections to PostgreSQL without TLS unless it is told not to.
    private const int FirstWithForcedTls = 15;

    private static readonly string[] DefaultNames =
    [
        "admin",
        "administrator",
        "master",
        "oracle",
        "postgres",
        "root",
        "sa",
        "user",
    ];

    // Authorities whose certificates last until 2061 or longer; that of 2019 ended in August 2024.
    private static readonly string[] Authorities = ["rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1"];

    private static readonly Dictionary<string, int> Ports = new(StringComparer.Ordinal)
    {
        ["mariadb"] = 3306,
        ["mysql"] = 3306,
        ["postgres"] = 5432,
    };

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("RDS.2", Grade.Critical, Databases.Instance, "Databases have no public address")
            {
                Reason =
                    "The sign-in of the database is on the internet, one security group away from everybody who guesses passwords.",
                Fix = "Set publiclyAccessible: false; connect from inside the VPC, or through an SSM port forwarding session.",
                Also = ["CIS 2.2.3", "CKV_AWS_17"],
                Check = database => database.Is("publiclyAccessible", false),
            },
            new("RDS.10", Grade.Medium, Databases.Instance, "Databases accept sign-in by IAM")
            {
                Reason = "People and jobs need a password else: one that is shared, copied and seldom changed.",
                Fix =
                    "Set iamDatabaseAuthenticationEnabled: true, and grant rds_iam to the roles that use it. Passwords go on working.",
                Also = ["CKV_AWS_161"],
                Check = database => database.Is("iamDatabaseAuthenticationEnabled", true),
            },
            new("RDS.18", Grade.High, Databases.Instance, "Databases lie in subnets and security groups of the stack's own")
            {
                Reason = "AWS takes the default VPC and its default security group else, where the subnets are public.",
                Fix = "Set dbSubnetGroupName and vpcSecurityGroupIds.",
                Check = database =>
                    database.IsSet("vpcSecurityGroupIds", "a security group")
                    // A replica in the same region lies in the group of its source.
                    & (
                        Databases.IsReplica(database)
                            ? Verdict.Pass
                            : database.IsSet("dbSubnetGroupName", "a subnet group")
                                & Verdict.Of(
                                    database["dbSubnetGroupName"].Text != "default",
                                    "dbSubnetGroupName: got default, want the stack's own"
                                )
                    ),
            },
            new(
                "RDS.23",
                Grade.Low,
                Databases.Instance,
                "A database on its engine's usual port is open to named security groups only"
            )
            {
                Reason = "Whoever gets into a network tries the usual ports of every address first.",
                Fix =
                    "Let in security groups instead of networks, or set another port; a new port needs every client's configuration to change.",
                Also = ["AwsSolutions-RDS11", "AwsSolutions-RDS8"],
                Check = database =>
                    database.HasOwnPortOrNamedClients(
                        Ports.GetValueOrDefault(database["engine"].Text ?? "", Ports["postgres"]),
                        "vpcSecurityGroupIds"
                    ),
            },
            new("RDS.25", Grade.Medium, Databases.Instance, "The master user has a name of its own")
            {
                Reason = "With a name that everybody knows only the password has to be guessed.",
                Fix = "Set username to another name. It replaces the instance: choose it before there is data.",
                When = IsNew,
                Check = database =>
                    database.Ask(
                        "username",
                        name =>
                            name.Text is { Length: > 0 } text && !DefaultNames.Contains(text, StringComparer.OrdinalIgnoreCase),
                        $"a name that is none of {string.Join(", ", DefaultNames)}"
                    ),
            },
            new("RDS.38", Grade.Medium, Databases.Instance, "PostgreSQL refuses connections without TLS")
            {
                Reason =
                    "One client that is configured wrongly sends its password and its data through the network in plain text.",
                Fix = "Set rds.force_ssl to 1 in the parameter group, with applyMethod pending-reboot.",
                Also = ["CKV2_AWS_69"],
                When = Databases.IsPostgres,
                Check = ForcesTls,
            },
            new("RDS.46", Grade.High, Databases.Instance, "Databases lie in private subnets")
            {
                Reason = "With a route to an internet gateway one changed setting puts the database on the internet.",
                Fix = "Use a subnet group of subnets whose route table has no route to an internet gateway.",
                When = database => !Databases.IsReplica(database),
                Check = database =>
                    Verdict.All(
                        Databases
                            .SubnetsOf(database)
                            .Select(subnet =>
                                Judgement.Unless(
                                    Routes.IsPublic(subnet),
                                    $"dbSubnetGroupName: got {subnet.Name} with a route to an internet gateway, want private subnets",
                                    $"where the routes of {subnet.Name} lead"
                                )
                            )
                            .DefaultIfEmpty(Verdict.CannotKnow("its subnets are not in this stack"))
                    ),
            },
            new(
                "rds-master-password",
                Grade.High,
                Databases.Instance,
                "The master password is kept by AWS or written without being stored"
            )
            {
                Reason =
                    "A password in the program is in the state of every deployment, encrypted there at best, for whoever can read it.",
                Fix =
                    "Set manageMasterUserPassword: true, or passwordWo from a secret with passwordWoVersion, and leave password out.",
                Also = ["CKV_SECRET_6"],
                When = IsNew,
                Check = HasSafePassword,
            },
            new(
                "rds-master-secret-key",
                Grade.Low,
                Databases.Instance,
                "The secret of the master password is under a key of the account's own"
            )
            {
                Reason =
                    "The policy of AWS's own key cannot be changed: everybody in the account who may read the secret can decrypt it.",
                Fix = "Set masterUserSecretKmsKeyId.",
                Also = ["CKV_AWS_149"],
                When = database => database["manageMasterUserPassword"].Bool == true,
                Check = database => database.IsSet("masterUserSecretKmsKeyId", "a KMS key"),
            },
            new("rds-customer-key", Grade.Low, Databases.Instance, "Databases are encrypted with a key of the account's own")
            {
                Reason =
                    "A snapshot under AWS's own key cannot be shared with another account, and its key can never be taken away.",
                Fix = "Set kmsKeyId. It replaces the instance: choose it before there is data.",
                When = database => !Databases.IsReplica(database),
                Check = database => database.IsSet("kmsKeyId", "a KMS key"),
            },
            new("rds-ca-certificate", Grade.Medium, Databases.Instance, "Databases show a certificate of a current authority")
            {
                Reason = "After the authority's end every client that checks certificates is refused.",
                Fix = "Set caCertIdentifier: rds-ca-rsa2048-g1, after clients trust it; some engines restart.",
                Also = ["CKV_AWS_211"],
                Check = database =>
                    database.Ask(
                        "caCertIdentifier",
                        value => value.IsMissing || Authorities.Contains(value.Text),
                        string.Join(" or ", Authorities)
                    ),
            },
        ];

    // What is restored or copied has the users of its source.
    private static bool IsNew(Resource database) =>
        !Databases.IsReplica(database) && database["snapshotIdentifier"].IsMissing && database["restoreToPointInTime"].IsMissing;

    private static Verdict ForcesTls(Resource database)
    {
        var byDefault = Databases.MajorOf(database) >= FirstWithForcedTls;
        var groups = Databases.ParametersOf(database).ToList();
        if (groups.Count == 0 && !database["parameterGroupName"].IsMissing)
            return Verdict.CannotKnow("its parameter group is not in this stack");
        return Verdict.All(
            groups
                .Select(group => Forced(Databases.Parameter(group, "rds.force_ssl"), byDefault))
                .DefaultIfEmpty(Forced(Value.Missing, byDefault))
        );
    }

    private static Verdict Forced(Value parameter, bool byDefault) =>
        parameter.IsUnknown ? Verdict.CannotKnow("parameters are known only after the deployment")
        : parameter.IsMissing ? Verdict.Of(byDefault, "rds.force_ssl: got nothing, which means 0 before version 15; want 1")
        : parameter["value"].Ask("rds.force_ssl", value => value.Text == "1", "1");

    private static Verdict HasSafePassword(Resource database)
    {
        if (!database["password"].IsMissing)
            return Verdict.Fail("password: got one that the state keeps, want manageMasterUserPassword or passwordWo");
        var given = database["passwordWo"];
        if (given.IsMissing)
            return database.Is("manageMasterUserPassword", true);
        return Verdict.Of(given.IsSecret || given.IsUnknown, "passwordWo: got plain text, want a secret")
            & database.IsSet("passwordWoVersion", "a number that changes with the password");
    }
}
