using System.Collections.Immutable;
using Infra.Settings;

namespace Infra.Naming;

/// <summary>The tags that the provider puts on every resource of a stack.</summary>
internal static class StackTags
{
    /// <summary>Keys that the program sets itself; a stack file may not.</summary>
    public static readonly ImmutableArray<string> Own =
    [
        "Name",
        "Environment",
        "Project",
        "ManagedBy",
        "Stack",
        "Owner",
        "CostCenter",
    ];

    /// <summary>All default tags of a stack.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="owner">Who to ask.</param>
    /// <param name="costCenter">Who pays.</param>
    /// <param name="extra">Further tags; none of <see cref="Own"/>.</param>
    public static ImmutableSortedDictionary<string, string> For(
        StackContext context,
        string owner,
        string costCenter,
        ImmutableSortedDictionary<string, string> extra
    ) =>
        extra
            .Add("Environment", context.Environment == StackEnvironment.Prod ? "production" : Word.Of(context.Environment))
            .Add("Project", context.System)
            .Add("ManagedBy", "pulumi")
            .Add("Stack", context.Stack)
            .Add("Owner", owner)
            .Add("CostCenter", costCenter);
}
