using System.Collections.Immutable;
using Infra.Observability.Alarms;
using Infra.Policies;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.DynamoDB;
using Pulumi.Aws.DynamoDB.Inputs;

namespace Infra.Data;

/// <summary>
/// A table of DynamoDB whose items are found by <c>pk</c> and <c>sk</c>: encrypted, restorable to any second, and kept when its stack goes.
/// </summary>
internal sealed class DocumentTable : ComponentResource
{
    /// <summary>The attribute that says which items belong together.</summary>
    public const string HashKey = "pk";

    /// <summary>The attribute that orders them.</summary>
    public const string RangeKey = "sk";

    private readonly DocumentTableArgs _args;

    /// <summary>Its name, known before anything is deployed.</summary>
    public string TableName { get; }

    /// <summary>Its ARN, known before anything is deployed.</summary>
    public string Arn { get; }

    /// <summary>The name, from the table itself, so that whoever takes it waits for it.</summary>
    [Output("name")]
    public Output<string> Name { get; }

    /// <summary>The stream of its changes; nothing where there is none.</summary>
    public Output<string>? StreamArn { get; }

    /// <summary>How it is watched.</summary>
    /// <param name="key">What its alarms begin with.</param>
    public TableWatch Watch(string key) => new(key, TableName) { Indexes = [.. _args.Indexes.Select(index => index.Name)] };

    /// <summary>Makes the table.</summary>
    public DocumentTable(string name, DocumentTableArgs args, ComponentResourceOptions? options = null)
        : base("idp:data:DocumentTable", name, options)
    {
        args.Validate().ThrowIfAny(this);
        _args = args;
        TableName = args.Context.Label.Table(args.Role);
        Arn = args.Context.Arn("dynamodb", $"table/{TableName}");
        var table = new Table(
            $"{name}-{args.Role}",
            Table(),
            new()
            {
                Parent = this,
                Protect = args.Protect,
                RetainOnDelete = args.RetainOnDelete,
                IgnoreChanges = args.Capacity is null ? [] : MovedByScaling,
            }
        );
        if (args.Capacity is { } capacity)
            _ = new TableAutoscaling($"{name}-{args.Role}-scaling", args, capacity, table.Name, new() { Parent = this });

        Name = table.Name;
        StreamArn = args.Stream is null ? null : table.StreamArn;
        RegisterOutputs(new Dictionary<string, object?> { ["name"] = Name });
    }

    /// <summary>What a role needs to use the table.</summary>
    public Output<ImmutableArray<Statement>> Statements(TableAccess access) =>
        _args.KeyArn.Apply(key => TableRights.Of(_args.Context, Arn, _args.Indexes.Select(index => index.Name), key, access));

    // What Application Auto Scaling has set is not ours to set back.
    private static List<string> MovedByScaling =>
        ["readCapacity", "writeCapacity", "globalSecondaryIndexes[*].readCapacity", "globalSecondaryIndexes[*].writeCapacity"];

    private TableArgs Table()
    {
        var table = new TableArgs
        {
            Name = TableName,
            BillingMode = _args.Billing == TableBilling.OnDemand ? "PAY_PER_REQUEST" : "PROVISIONED",
            HashKey = HashKey,
            RangeKey = RangeKey,
            Attributes = Keys().Select(key => new TableAttributeArgs { Name = key, Type = "S" }).ToList(),
            TableClass = _args.Infrequent ? "STANDARD_INFREQUENT_ACCESS" : "STANDARD",
            PointInTimeRecovery = Recovery(),
            ServerSideEncryption = new TableServerSideEncryptionArgs { Enabled = true, KmsKeyArn = _args.KeyArn },
            DeletionProtectionEnabled = _args.Protect,
            Tags = _args.Context.Label.NameTag(_args.Role),
        };
        if (_args.Capacity is { } capacity)
            (table.ReadCapacity, table.WriteCapacity) = (capacity.MinRead, capacity.MinWrite);
        if (_args.Indexes.Length > 0)
            table.GlobalSecondaryIndexes = _args.Indexes.Select(Index).ToList();
        if (_args.TtlAttribute is { } attribute)
            table.Ttl = new TableTtlArgs { AttributeName = attribute, Enabled = true };
        if (_args.Stream is { } stream)
            (table.StreamEnabled, table.StreamViewType) = (true, stream);
        return table;
    }

    // DynamoDB wants exactly the attributes that are keys somewhere, each once.
    private IEnumerable<string> Keys() =>
        _args
            .Indexes.SelectMany(index => new[] { index.HashKey, index.RangeKey })
            .OfType<string>()
            .Concat([HashKey, RangeKey])
            .Distinct()
            .Order(StringComparer.Ordinal);

    private TablePointInTimeRecoveryArgs Recovery()
    {
        var recovery = new TablePointInTimeRecoveryArgs { Enabled = _args.RecoveryDays > 0 };
        if (_args.RecoveryDays > 0)
            recovery.RecoveryPeriodInDays = _args.RecoveryDays;
        return recovery;
    }

    private TableGlobalSecondaryIndexArgs Index(TableIndex index)
    {
        var args = new TableGlobalSecondaryIndexArgs
        {
            Name = index.Name,
            KeySchemas = [Key(index.HashKey, "HASH")],
            ProjectionType = index.WholeItems ? "ALL" : "KEYS_ONLY",
        };
        if (index.RangeKey is { } range)
            args.KeySchemas.Add(Key(range, "RANGE"));
        if (_args.Capacity is { } capacity)
            (args.ReadCapacity, args.WriteCapacity) = (capacity.MinRead, capacity.MinWrite);
        return args;

        static TableGlobalSecondaryIndexKeySchemaArgs Key(string attribute, string type) =>
            new() { AttributeName = attribute, KeyType = type };
    }
}
