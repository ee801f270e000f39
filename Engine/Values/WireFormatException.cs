namespace Engine.Values;

/// <summary>A message of a program holds a value that the protocol does not allow.</summary>
/// <param name="path">Where in the message.</param>
/// <param name="problem">What was got and what is wanted.</param>
public sealed class WireFormatException(string path, string problem)
    : Exception(path.Length == 0 ? problem : $"{path}: {problem}")
{
    /// <summary>Where in the message, as a property path.</summary>
    public string Path { get; } = path;
}
