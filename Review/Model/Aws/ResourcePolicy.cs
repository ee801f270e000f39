namespace Review.Model.Aws;

/// <summary>The policy of a resource that may stand in a resource of its own.</summary>
internal static class ResourcePolicy
{
    public const string Property = "policy";

    /// <summary>The resource whose <see cref="Property"/> holds the policy of another: one beside it, or itself; nothing where there is none.</summary>
    /// <param name="resource">Whose policy.</param>
    /// <param name="type">The type of the resource beside it.</param>
    /// <param name="link">The input by which that one refers to it.</param>
    public static Resource? HolderOf(Resource resource, string type, string link) =>
        resource.ReferredBy(type, link).FirstOrDefault() ?? (resource[Property].IsMissing ? null : resource);
}
