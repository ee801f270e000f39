namespace Pulumi.Automation.Events;

/// <summary>Reads kinds of differences.</summary>
internal static class DiffKinds
{
    public static DiffKind Parse(string text) =>
        text switch
        {
            "add" => DiffKind.Add,
            "add-replace" => DiffKind.AddReplace,
            "delete" => DiffKind.Delete,
            "delete-replace" => DiffKind.DeleteReplace,
            "update" => DiffKind.Update,
            "update-replace" => DiffKind.UpdateReplace,
            _ => DiffKind.Update, // one that this API does not know yet: something changes
        };
}
