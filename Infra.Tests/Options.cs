using System.Collections.Concurrent;
using Pulumi;

namespace Infra.Tests;

/// <summary>Keeps the options of the resources below a component, which mocks do not show.</summary>
internal sealed class Options
{
    private readonly ConcurrentDictionary<string, CustomResourceOptions> _options = new(StringComparer.Ordinal);

    /// <summary>For the component.</summary>
    public ComponentResourceOptions Of => new() { ResourceTransformations = { Keep } };

    /// <summary>What is ignored of a resource, in order.</summary>
    public IEnumerable<string> Ignored(string name) => _options[name].IgnoreChanges.Order(StringComparer.Ordinal);

    /// <summary>Whether a resource is deleted before another takes its place.</summary>
    public bool? DeleteBeforeReplace(string name) => _options[name].DeleteBeforeReplace;

    private ResourceTransformationResult? Keep(ResourceTransformationArgs args)
    {
        if (args.Options is CustomResourceOptions options)
            _options[args.Resource.GetResourceName()] = options;
        return null;
    }
}
