namespace Review.Checklists;

/// <summary>What one resource of the plan says about an item.</summary>
/// <param name="Type">The type, as displays have it.</param>
/// <param name="Name">The logical name.</param>
/// <param name="Path">The property. Default: that the resource is there says it.</param>
/// <param name="Value">Its value; never a secret. Default: none, as there is no property.</param>
/// <param name="More">How many further resources say the like.</param>
public sealed record Fact(string Type, string Name, string? Path = null, string? Value = null, int More = 0);
