using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Systems;

/// <summary>The program of every stack: read its file, then run its system.</summary>
internal static class StackProgram
{
    /// <summary>Registers the resources of the running stack.</summary>
    /// <returns>The outputs of the stack.</returns>
    /// <exception cref="RunException">The stack file has problems.</exception>
    public static IDictionary<string, object?> Run()
    {
        var config = StackConfig.OfDeployment();
        var stack = StackLoader.Load(config, out var problems) ?? throw problems.ToRunException(config.FileName);
        ProductionGuard.Check(stack.Context, config.IsPreview);
        PlaceholderGuard.Check(stack, config.IsPreview);
        return stack.System.Run(stack.Context, stack.Settings);
    }
}
