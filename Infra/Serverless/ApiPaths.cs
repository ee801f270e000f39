using Pulumi;
using ApiResource = Pulumi.Aws.ApiGateway.Resource;
using Rest = Pulumi.Aws.ApiGateway.RestApi;

namespace Infra.Serverless;

/// <summary>Makes one resource for each segment of each path, named after the path up to it, so that a new route renames none.</summary>
/// <param name="name">What logical names begin with.</param>
/// <param name="api">The API.</param>
/// <param name="parent">The component they belong to.</param>
internal sealed class ApiPaths(string name, Rest api, Resource parent)
{
    private readonly Dictionary<string, Output<string>> _ids = new(StringComparer.Ordinal);

    /// <summary>The id of what a path leads to.</summary>
    public Output<string> IdOf(ApiRoute route)
    {
        var (id, path) = (api.RootResourceId, "");
        foreach (var segment in route.Segments)
        {
            path += $"/{segment}";
            if (!_ids.TryGetValue(path, out var known))
                _ids[path] = known = new ApiResource(
                    $"{name}-path{path}",
                    new()
                    {
                        RestApi = api.Id,
                        ParentId = id,
                        PathPart = segment,
                    },
                    new() { Parent = parent }
                ).Id;
            id = known;
        }
        return id;
    }
}
