using Protocol;

namespace Engine.Monitor;

/// <summary>The program asked for something that cannot be: shown without a stack trace, and answered with a status.</summary>
internal sealed class RegistrationException(GrpcStatusCode status, string problem, string? urn = null) : Exception(problem)
{
    public GrpcStatusCode Status { get; } = status;

    public string? Urn { get; } = urn;
}
