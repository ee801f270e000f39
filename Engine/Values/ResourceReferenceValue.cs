namespace Engine.Values;

/// <summary>A resource passed as a value. An id of <see langword="null"/> means a component, <see cref="UnknownValue"/> one not yet known.</summary>
public sealed record ResourceReferenceValue(string Urn, PropertyValue? Id, string PackageVersion) : PropertyValue;
