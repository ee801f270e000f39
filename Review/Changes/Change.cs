using Engine.Values;

namespace Review.Changes;

/// <summary>One difference as a reviewer thinks of it: elements of sets, places inside JSON texts with list elements by name.</summary>
/// <param name="Path">Where: <c>policy.Statement[Decrypt].Action</c>. For people, not for programs.</param>
/// <param name="Kind">What happened there.</param>
/// <param name="Old">The value before, or the element that is gone. Default: there was none.</param>
/// <param name="New">The value after, or the element that is new. Default: there is none.</param>
/// <param name="Replaces">Whether it forces the replacement of the resource.</param>
public sealed record Change(string Path, ChangeKind Kind, PropertyValue? Old, PropertyValue? New, bool Replaces = false);
