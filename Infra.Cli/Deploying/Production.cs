using Infra.Cli.Stacks;

namespace Infra.Cli.Deploying;

/// <summary>Which stacks people live on.</summary>
internal static class Production
{
    /// <summary>Whether a stack is production: its environment says so, or, where it has none, its name does.</summary>
    public static bool Is(StackTarget target) =>
        target.Plain($"{target.Project.Name}:environment") is { } environment
            ? environment == "prod"
            : target.File.Stack == "prod" || target.File.Stack.EndsWith("-prod", StringComparison.Ordinal);
}
