namespace Review.Model.Aws;

/// <summary>What the policy of a KMS key says of who may use it. Without a policy AWS writes one that leaves everything to the account's own policies.</summary>
internal static class KeyPolicy
{
    private static readonly string[] Encrypting = ["kms:Decrypt", "kms:GenerateDataKey"];

    // Which service asks the key in the name of the caller, by the type of what it encrypts.
    private static readonly Dictionary<string, string> Askers = new(StringComparer.Ordinal)
    {
        ["aws:backup/vault:Vault"] = "backup",
        [Tokens.Table] = "dynamodb",
        ["aws:ecr/repository:Repository"] = "ecr",
        ["aws:elasticache/replicationGroup:ReplicationGroup"] = "elasticache",
        [Tokens.Function] = "lambda",
        ["aws:rds/instance:Instance"] = "rds",
        ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"] = "s3",
        [Tokens.Secret] = "secretsmanager",
        [Tokens.Parameter] = "ssm",
        [Tokens.Queue] = "sqs",
        [Tokens.Topic] = "sns",
    };

    /// <summary>Whether a key lets a service encrypt and decrypt by itself.</summary>
    /// <param name="key">The key.</param>
    /// <param name="service">The principal, such as <c>cloudwatch.amazonaws.com</c>.</param>
    /// <param name="applies">Which statements count for what is to be encrypted. Default: all.</param>
    public static bool LetsIn(Resource key, string service, Func<Statement, bool>? applies = null)
    {
        var grants = Statement
            .Of(key, "policy")
            .Where(statement => statement.Allows && statement.IsForService(service) && (applies?.Invoke(statement) ?? true))
            .ToList();
        return Encrypting.All(action => grants.Exists(statement => statement.Covers(action)));
    }

    /// <summary>Whether people and roles of the account may use a key through a service, as its policy has it.</summary>
    public static bool LetsThrough(Resource key, string host) =>
        key["policy"].IsMissing
        || Statement
            .Of(key, "policy")
            .Any(statement =>
                statement.Allows
                && statement.Principals.Any(principal => principal.Kind == "AWS")
                && statement.Covers("kms:Decrypt")
                && statement.On("kms:ViaService").All(via => via.Values.Any(value => Glob.MatchesAsPolicies(value, host)))
                && !statement.Conditions.Any(condition => condition.Is("kms:EncryptionContextKeys"))
            );

    /// <summary>The services through which what a key encrypts is read, each with what it encrypts.</summary>
    public static IEnumerable<ServiceUse> Asking(Resource key) =>
        key
            .Stack.References.To(key)
            .Where(use =>
                use.Property.Contains("kms", StringComparison.OrdinalIgnoreCase)
                || use.Property is "keyId" or "encryptionConfigurations" or "serverSideEncryption" or "rules"
            )
            .Where(use => Askers.ContainsKey(use.From.Type))
            .Select(use => new ServiceUse(Askers[use.From.Type], use.From))
            .Distinct();
}
