namespace Engine.Providers;

/// <summary>A provider function refuses its arguments.</summary>
internal sealed class FunctionException(string problem) : Exception(problem);
