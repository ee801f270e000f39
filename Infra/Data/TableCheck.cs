using System.Text.RegularExpressions;
using Infra.Validation;

namespace Infra.Data;

/// <summary>What AWS or this program refuses of a table.</summary>
internal static partial class TableCheck
{
    private static readonly string[] Streams = ["KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES"];

    private const int MostIndexes = 20;

    /// <summary>The problems.</summary>
    public static IEnumerable<Problem> Problems(DocumentTableArgs args)
    {
        if (args.Billing == TableBilling.Provisioned && args.Capacity is null)
            yield return new("capacity", args.Capacity, "bounds for reads and writes", "or pay by the request: billing onDemand");
        if (args.Billing == TableBilling.OnDemand && args.Capacity is not null)
            yield return new("capacity", "bounds", "none while billing is onDemand", "such a table has no capacity to move");
        foreach (var problem in args.Capacity?.Validate() ?? [])
            yield return problem.Under("capacity");
        foreach (var problem in Numbers(args.TargetPercent, args.RecoveryDays, args.Protect))
            yield return problem;
        if (args.Stream is { } stream && !Streams.Contains(stream))
            yield return new("stream", stream, Spelling.OneOf(Streams), "pick one of these words");
        if (args.TtlAttribute is DocumentTable.HashKey or DocumentTable.RangeKey)
            yield return new("ttlAttribute", args.TtlAttribute, "an attribute that is no key", "it holds a time");
        foreach (var problem in Indexes(args))
            yield return problem;
    }

    /// <summary>The problems of the numbers that a stack file may say, under the names that args and settings share.</summary>
    public static IEnumerable<Problem> Numbers(int targetPercent, int recoveryDays, bool protect)
    {
        if (targetPercent is < 20 or > 90)
            yield return new("targetPercent", targetPercent, "20 to 90", "Application Auto Scaling aims at nothing else");
        if (recoveryDays is < 0 or > 35 || (recoveryDays == 0 && protect))
            yield return new(
                "recoveryDays",
                recoveryDays,
                protect ? "1 to 35" : "0 to 35",
                recoveryDays == 0 ? "0 needs protect: false" : "AWS keeps no more"
            );
    }

    private static IEnumerable<Problem> Indexes(DocumentTableArgs args)
    {
        if (args.Indexes.Length > MostIndexes)
            yield return new("indexes", $"{args.Indexes.Length} indexes", $"{MostIndexes} at most", "AWS makes no more");
        foreach (var twice in args.Indexes.GroupBy(index => index.Name).Where(same => same.Count() > 1))
            yield return new("indexes", $"{twice.Key} twice", "each name once", "rename one");
        foreach (var index in args.Indexes)
        {
            if (!Name().IsMatch(index.Name))
                yield return new(
                    $"indexes.{index.Name}.name",
                    index.Name,
                    "3 to 255 letters, digits, dots, _ and -",
                    "DynamoDB takes no other names"
                );
            if (index.HashKey == index.RangeKey)
                yield return new($"indexes.{index.Name}.rangeKey", index.RangeKey, "another attribute", "one orders, one groups");
        }
    }

    [GeneratedRegex("^[a-zA-Z0-9._-]{3,255}$")]
    private static partial Regex Name();
}
