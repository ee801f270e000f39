namespace Infra.Cli.Stacks;

/// <summary>Which stacks people live on.</summary>
internal static class Production
{
    /// <summary>Whether a stack is production: its environment says so, or it says nothing of an environment, and then nobody knows that it is not.</summary>
    public static bool Is(StackTarget target) => target.Plain($"{target.Project.Name}:environment") is null or "prod";
}
