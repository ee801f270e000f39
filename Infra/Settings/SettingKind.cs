namespace Infra.Settings;

/// <summary>What a stack file may write for a setting.</summary>
internal enum SettingKind
{
    /// <summary>A map of further settings.</summary>
    Group,

    /// <summary>A map of groups of one kind, under keys that the program knows.</summary>
    Table,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Truth,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>One of a few words that the program knows.</summary>
    Word,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>A map of texts under keys of one's own choice.</summary>
    TextMap,
}
