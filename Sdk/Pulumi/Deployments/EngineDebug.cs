namespace Pulumi;

/// <summary>Debug messages about registrations. The official SDK always sends about six a resource; here they are sent when asked for.</summary>
internal static class EngineDebug
{
    public const string Variable = "PULUMI_DOTNET_LOG_VERBOSE";

    public static bool IsWanted => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));
}
