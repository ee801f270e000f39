using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi.Automation;

/// <summary>Reads operations.</summary>
internal static class OperationTypes
{
    public static OperationType Parse(string text) =>
        text switch
        {
            "same" => OperationType.Same,
            "create" => OperationType.Create,
            "update" => OperationType.Update,
            "delete" => OperationType.Delete,
            "replace" => OperationType.Replace,
            "create-replacement" => OperationType.CreateReplacement,
            "delete-replaced" => OperationType.DeleteReplaced,
            "read" => OperationType.Read,
            "read-replacement" => OperationType.ReadReplacement,
            "refresh" => OperationType.Refresh,
            "discard" => OperationType.ReadDiscard,
            "discard-replaced" => OperationType.DiscardReplaced,
            "remove-pending-replace" => OperationType.RemovePendingReplace,
            "import" => OperationType.Import,
            "import-replacement" => OperationType.ImportReplacement,
            _ => OperationType.Unknown,
        };

    /// <summary>How often each occurs; those this API does not know are counted together. Default: none.</summary>
    public static ImmutableDictionary<OperationType, int> Counts(JsonElement? json)
    {
        var counts = ImmutableDictionary.CreateBuilder<OperationType, int>();
        if (json is { ValueKind: JsonValueKind.Object } changes)
            foreach (var entry in changes.EnumerateObject())
                if (entry.Value.ValueKind == JsonValueKind.Number && entry.Value.TryGetInt32(out var count))
                    counts[Parse(entry.Name)] = counts.GetValueOrDefault(Parse(entry.Name)) + count;
        return counts.ToImmutable();
    }
}
