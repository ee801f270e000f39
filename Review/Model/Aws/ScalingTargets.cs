using System.Runtime.CompilerServices;

namespace Review.Model.Aws;

/// <summary>Which Application Auto Scaling targets count the tasks of a service; they name it as <c>service/cluster/service</c>.</summary>
internal static class ScalingTargets
{
    /// <summary>The type of what is scaled.</summary>
    public const string Target = "aws:appautoscaling/target:Target";

    private const string Prefix = "service/";

    // Found once for a stack: each service would look through all targets else.
    private static readonly ConditionalWeakTable<StackModel, ILookup<string, Resource>> ByService = [];

    /// <summary>The targets of a service.</summary>
    public static IEnumerable<Resource> Of(Resource service)
    {
        var byName = ByService.GetValue(
            service.Stack,
            static stack =>
                stack
                    .All(Target)
                    .Where(target => NameIn(target) is not null)
                    .ToLookup(target => NameIn(target)!, StringComparer.Ordinal)
        );
        var named = service["name"].Text is { } name ? byName[name] : [];
        return named.Concat(service.ReferredBy(Target, "resourceId")).Distinct();
    }

    // Names hold no slash.
    private static string? NameIn(Resource target) =>
        target["resourceId"].Text is { } id && id.StartsWith(Prefix, StringComparison.Ordinal)
            ? id[(id.LastIndexOf('/') + 1)..]
            : null;
}
