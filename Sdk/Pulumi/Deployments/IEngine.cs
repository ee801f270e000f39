using Pulumirpc;

namespace Pulumi;

/// <summary>The engine's log, real or mocked.</summary>
internal interface IEngine
{
    Task LogAsync(LogRequest request);

    Task RequirePulumiVersionAsync(string range);
}
