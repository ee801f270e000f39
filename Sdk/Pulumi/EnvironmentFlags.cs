namespace Pulumi;

/// <summary>Reads switches from the environment.</summary>
internal static class EnvironmentFlags
{
    public static bool IsOn(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { } value
        && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));
}
