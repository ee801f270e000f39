namespace Infra.Identity;

/// <summary>What an attribute of a user holds. It can never be changed.</summary>
internal enum PoolAttributeType
{
    /// <summary>A text.</summary>
    String,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>A moment.</summary>
    DateTime,
}
