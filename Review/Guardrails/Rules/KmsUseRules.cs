using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Keys and those who need them: every service that encrypts with a key of the stack is let in by its policy.</summary>
internal sealed class KmsUseRules : GuardrailTable
{
    private const string Elsewhere = "the key is not in this stack; its policy cannot be read";
    private const string BucketEncryption =
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("kms-log-groups", Grade.High, Tokens.LogGroup, "Keys of log groups let CloudWatch Logs in")
            {
                Reason =
                    "The log group is refused with an access error at deployment, or loses its entries after a change of the policy.",
                Fix =
                    "Allow logs.<region>.amazonaws.com kms:Decrypt and kms:GenerateDataKey* in the key's policy, for kms:EncryptionContext:aws:logs:arn of this group.",
                When = group => !group["kmsKeyId"].IsMissing,
                Check = group => Key(group, "kmsKeyId", key => Logs(group, key)),
            },
            new("kms-topics", Grade.High, Tokens.Topic, "Keys of topics let in every service that publishes")
            {
                Reason = "Alarms, budgets and events are dropped without a word: the service cannot encrypt what it sends.",
                Fix = "Allow the service kms:Decrypt and kms:GenerateDataKey* in the policy of the topic's key.",
                When = topic => !topic["kmsMasterKeyId"].IsMissing && Publishers.Of(topic).Any(),
                Check = topic => Key(topic, "kmsMasterKeyId", key => LetsPublishersIn(topic, key)),
            },
            new("kms-queues", Grade.High, Tokens.Queue, "Keys of queues let in every service that sends")
            {
                Reason = "Messages of services that cannot encrypt are dropped without a word.",
                Fix = "Allow the service kms:Decrypt and kms:GenerateDataKey* in the policy of the queue's key.",
                When = queue => !queue["kmsMasterKeyId"].IsEmpty && Publishers.Of(queue).Any(),
                Check = queue => Key(queue, "kmsMasterKeyId", key => LetsPublishersIn(queue, key)),
            },
            new("kms-trails", Grade.High, Tokens.Trail, "Keys of trails let CloudTrail in")
            {
                Reason = "The trail is refused at deployment, or stops delivering when the policy changes.",
                Fix = "Allow cloudtrail.amazonaws.com kms:GenerateDataKey* and kms:Decrypt in the key's policy.",
                When = trail => !trail["kmsKeyId"].IsMissing,
                Check = trail => Key(trail, "kmsKeyId", key => LetsIn(key, "cloudtrail.amazonaws.com", trail)),
            },
            new("kms-buckets", Grade.High, BucketEncryption, "Keys of buckets let in the services that read and write them")
            {
                Reason = "CloudFront answers 403 for every object, and log delivery fails, when the key does not know them.",
                Fix =
                    "Allow cloudfront.amazonaws.com or delivery.logs.amazonaws.com kms:Decrypt and kms:GenerateDataKey* in the key's policy, for its aws:SourceArn.",
                When = encryption => encryption.Referred("rules", Tokens.Key).Any() && Visitors(encryption).Any(),
                Check = encryption =>
                    Key(
                        encryption,
                        "rules",
                        key => Verdict.All(Visitors(encryption).Select(service => LetsIn(key, service, encryption)))
                    ),
            },
            new("kms-through-services", Grade.High, Tokens.Key, "Key policies let the account use what they encrypt")
            {
                Reason = "A policy that limits kms:ViaService to some services shuts out everything the key encrypts in others.",
                Fix = "Add the service's host, such as rds.<region>.amazonaws.com, to kms:ViaService in policy.",
                When = key => KeyPolicy.Asking(key).Any(),
                Check = key =>
                    key.AskDocument(
                        "policy",
                        _ =>
                            Verdict.All(
                                KeyPolicy.Asking(key).DistinctBy(asking => asking.Service).Select(asking => Through(key, asking))
                            )
                    ),
            },
        ];

    private static Verdict Key(Resource user, string property, Func<Resource, Verdict> test) =>
        user.Referred(property, Tokens.Key).FirstOrDefault() is not { } key ? Verdict.CannotKnow(Elsewhere)
        : key.Json("policy").IsUnknown ? Verdict.CannotKnow($"the policy of {key.Name} is known only after the deployment")
        : test(key);

    private static Verdict LetsIn(Resource key, string service, Resource why, Func<Statement, bool>? applies = null) =>
        Verdict.Of(
            KeyPolicy.LetsIn(key, service, applies),
            $"policy of {key.Name}: got no statement that lets {service} encrypt for {why.Name}, want one"
        );

    private static Verdict LetsPublishersIn(Resource target, Resource key) =>
        Verdict.All(Publishers.Of(target).Select(sender => LetsIn(key, sender.Service, sender.By)));

    private static Verdict Logs(Resource group, Resource key)
    {
        if (group.Region is not { } region)
            return Verdict.CannotKnow("the region of the group is not known");
        // A name that holds the id of another resource can still be one of those that a pattern covers.
        var name = group["name"];
        var verdict = LetsIn(key, ServiceNames.Logs(region), group, statement => IsForGroup(statement, region, name.Text ?? "?"));
        return verdict.Outcome == Outcome.Fail && (name.IsUnknown || name.IsMissing)
            ? Verdict.CannotKnow("name is known only after the deployment")
            : verdict;
    }

    private static bool IsForGroup(Statement statement, string region, string name) =>
        statement
            .On("kms:EncryptionContext:aws:logs:arn")
            .All(context =>
                context.Values.Any(pattern =>
                {
                    // The account is whatever the policy says; the key can serve no other.
                    var account = pattern.Split(':') is [_, _, _, _, { Length: 12 } said, ..] ? said : "000000000000";
                    return Glob.MatchesAsPolicies(pattern, $"arn:aws:logs:{region}:{account}:log-group:{name}");
                })
            );

    private static IEnumerable<string> Visitors(Resource encryption) =>
        encryption
            .Referred("bucket", Tokens.Bucket)
            .SelectMany(bucket => bucket.ReferredBy(Tokens.BucketPolicy, "bucket"))
            .SelectMany(policy => Statement.Of(policy, "policy"))
            .Where(statement => statement.Allows)
            .SelectMany(statement => statement.Principals)
            .Where(principal =>
                principal is { Kind: "Service", Who: "cloudfront.amazonaws.com" or "delivery.logs.amazonaws.com" }
            )
            .Select(principal => principal.Who)
            .Distinct();

    private static Verdict Through(Resource key, ServiceUse asking) =>
        key.Region is not { } region
            ? Verdict.CannotKnow("the region of the key is not known")
            : Verdict.Of(
                KeyPolicy.LetsThrough(key, ServiceNames.Via(asking.Service, region)),
                $"policy: got no statement that lets the account decrypt through {ServiceNames.Via(asking.Service, region)}, want one for {asking.By.Name}"
            );
}
