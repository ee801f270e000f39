namespace Pulumi.Automation;

/// <summary>What is done to a resource.</summary>
public enum OperationType
{
    /// <summary>Something this API does not know.</summary>
    Unknown = -1,

    /// <summary>Nothing changes.</summary>
    Same = 0,

    /// <summary>It is made.</summary>
    Create = 1,

    /// <summary>It is changed.</summary>
    Update = 2,

    /// <summary>It is deleted.</summary>
    Delete = 3,

    /// <summary>It is replaced: the whole of making the new one and deleting the old one.</summary>
    Replace = 4,

    /// <summary>The new one of a replacement is made.</summary>
    CreateReplacement = 5,

    /// <summary>The old one of a replacement is deleted.</summary>
    DeleteReplaced = 6,

    /// <summary>It is read, and belongs to somebody else.</summary>
    Read = 7,

    /// <summary>It is read in place of one that was managed.</summary>
    ReadReplacement = 8,

    /// <summary>The state is brought up to date with what is there.</summary>
    Refresh = 9,

    /// <summary>One that was read is forgotten.</summary>
    ReadDiscard = 10,

    /// <summary>The old one of a replacement is forgotten.</summary>
    DiscardReplaced = 11,

    /// <summary>A mark that it is to be replaced is taken away.</summary>
    RemovePendingReplace = 12,

    /// <summary>One that is there already becomes managed.</summary>
    Import = 13,

    /// <summary>One that is there already becomes managed in place of another.</summary>
    ImportReplacement = 14,
}
