using System.Collections.Immutable;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Data;

/// <summary>What a <see cref="DocumentTable"/> needs.</summary>
internal sealed record DocumentTableArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>What is in it; its name behind the stack's prefix, for example <c>tasks</c>.</summary>
    public required string Role { get; init; }

    /// <summary>The key that encrypts it. Its policy must let the account use it through DynamoDB, with grants.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>Default: by the request.</summary>
    public TableBilling Billing { get; init; } = TableBilling.OnDemand;

    /// <summary>Bounds of the capacity. Default: none, because on-demand tables have none.</summary>
    public TableCapacity? Capacity { get; init; }

    /// <summary>How full the capacity is held, in percent. Default: 70, which leaves room for a burst while more is made ready.</summary>
    public int TargetPercent { get; init; } = 70;

    /// <summary>Further ways to look things up. Default: none.</summary>
    public ImmutableArray<TableIndex> Indexes { get; init; } = [];

    /// <summary>The attribute that says when an item may be deleted, in seconds since 1970. Default: none; items stay.</summary>
    public string? TtlAttribute { get; init; }

    /// <summary>How far back the table can be restored to any second. Default: 35 days, the most there is; 0 switches it off.</summary>
    public int RecoveryDays { get; init; } = 35;

    /// <summary>What a stream of changes holds, such as <c>NEW_AND_OLD_IMAGES</c>. Default: there is no stream.</summary>
    public string? Stream { get; init; }

    /// <summary>Whether items are read so rarely that cheaper storage and dearer reads pay. Default: false.</summary>
    public bool Infrequent { get; init; }

    /// <summary>Default: true. Refuses deletion.</summary>
    public bool Protect { get; init; } = true;

    /// <summary>Default: true. The table stays when its stack is destroyed.</summary>
    public bool RetainOnDelete { get; init; } = true;

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate() => TableCheck.Problems(this);
}
