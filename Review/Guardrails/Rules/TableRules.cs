using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>DynamoDB tables: what they hold survives, and they take what comes.</summary>
internal sealed class TableRules : GuardrailTable
{
    private static readonly string[] Keys =
    [
        "attributes",
        "hashKey",
        "rangeKey",
        "globalSecondaryIndexes",
        "localSecondaryIndexes",
    ];

    private const string Target = "aws:appautoscaling/target:Target";

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("DynamoDB.1", Grade.Medium, Tokens.Table, "Tables take what comes")
            {
                Reason = "A table with a fixed capacity refuses requests above it, or is paid for while nobody asks.",
                Fix = "Set billingMode: PAY_PER_REQUEST, or add aws:appautoscaling targets for reading and writing.",
                Check = table =>
                    table.ReferredBy(Target, "resourceId").Any() || table.Stack.All(Target).Any(target => Scales(target, table))
                        ? Verdict.Pass
                        : table.IsOneOf("billingMode", "PAY_PER_REQUEST"),
            },
            new("DynamoDB.2", Grade.Medium, Tokens.Table, "Tables can go back to any second")
            {
                Reason = "One wrong write is there for good.",
                Fix = "Set pointInTimeRecovery.enabled: true; 0.20 USD for a GB and month.",
                Also = ["CKV_AWS_28", "AwsSolutions-DDB3"],
                Check = table => table.Is("pointInTimeRecovery.enabled", true),
            },
            new("DynamoDB.6", Grade.Medium, Tokens.Table, "Tables refuse to be deleted")
            {
                Reason = "One click, or one replacement, deletes what everybody entered.",
                Fix = "Set deletionProtectionEnabled: true.",
                Check = table => table.Is("deletionProtectionEnabled", true),
            },
            new("dynamodb-key", Grade.Medium, Tokens.Table, "Tables are encrypted with a key of the account")
            {
                Reason = "With the key of AWS every right to read the table is enough, and nobody can stop it at the key.",
                Fix = "Set serverSideEncryption.enabled: true and kmsKeyArn to a key of the stack.",
                Also = ["CKV_AWS_119"],
                Check = table =>
                    table.Is("serverSideEncryption.enabled", true)
                    & table.IsSet("serverSideEncryption.kmsKeyArn", "a KMS key of the stack"),
            },
            new("dynamodb-expiry", Grade.Low, Tokens.Table, "What expires does so by an attribute of its own")
            {
                Reason = "DynamoDB refuses expiry without an attribute, and a key that expires cannot be found again.",
                Fix = "Set ttl.attributeName to an attribute that is no key and is not in attributes.",
                When = table => table["ttl.enabled"].Bool == true,
                Check = table =>
                    table.Ask(
                        "ttl.attributeName",
                        name =>
                            name.Text is { Length: > 0 } text
                            && table["attributes"].Items.All(attribute => attribute["name"].Text != text),
                        "an attribute that is no key"
                    ),
            },
            new("dynamodb-attributes", Grade.Medium, Tokens.Table, "Attributes are those of the keys")
            {
                Reason = "DynamoDB refuses a table that declares more or fewer attributes than its keys and indexes have.",
                Fix = "List in attributes what hashKey, rangeKey and the keys of indexes name, and nothing else.",
                Check = Attributes,
            },
        ];

    private static bool Scales(Resource target, Resource table) =>
        table["name"].Text is { } name && target["resourceId"].Text == $"table/{name}";

    private static Verdict Attributes(Resource table)
    {
        Value[] places =
        [
            new(table.State.Inputs),
            .. table["globalSecondaryIndexes"].Items,
            .. table["localSecondaryIndexes"].Items,
        ];
        if (Keys.Any(property => table[property].HasUnknown))
            return Verdict.CannotKnow("attributes or keys are known only after the deployment");
        var keys = places
            .SelectMany(place => new[] { place["hashKey"].Text, place["rangeKey"].Text })
            .OfType<string>()
            .ToHashSet();
        var declared = table["attributes"].Items.Select(attribute => attribute["name"].Text ?? "").ToHashSet();
        return Verdict.Of(
            keys.SetEquals(declared),
            $"attributes: got {string.Join(", ", declared.Order(StringComparer.Ordinal))}, want {string.Join(", ", keys.Order(StringComparer.Ordinal))}"
        );
    }
}
