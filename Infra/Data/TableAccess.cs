namespace Infra.Data;

/// <summary>What an application does with a table.</summary>
internal enum TableAccess
{
    /// <summary>Looks items up by their keys.</summary>
    Read,

    /// <summary>Also writes and deletes them.</summary>
    ReadWrite,
}
