namespace Engine.Planning;

/// <summary>One place where old and new inputs differ.</summary>
/// <param name="Path">Where.</param>
/// <param name="Property">The top-level property it lies in.</param>
/// <param name="Kind">How; the kinds that replace where the schema says that this property, or one it lies in, cannot be changed in place.</param>
internal readonly record struct InputDifference(string Path, string Property, DifferenceKind Kind);
