namespace Pulumi;

/// <summary>A property that cannot be sent. Who is to register or call with it adds its own name and tells people.</summary>
internal sealed class InputProblem(string message) : Exception(message);
