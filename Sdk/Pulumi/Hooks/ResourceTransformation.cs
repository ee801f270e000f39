namespace Pulumi;

/// <summary>May change the properties and options of a resource before it is registered; runs inside the program.</summary>
/// <param name="args">The resource as it is about to be registered.</param>
/// <returns>What to register instead, or nothing to leave it as it is. The parent may not be changed.</returns>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);
