namespace Pulumi;

/// <summary>Ends the deployment with a message about a resource.</summary>
/// <param name="message">The message.</param>
/// <param name="resource">The resource. Default: none.</param>
/// <param name="hideStack">Whether the message is shown without a stack trace. Default: no.</param>
public class ResourceException(string message, Resource? resource, bool hideStack = false) : Exception(message)
{
    internal Resource? Resource { get; } = resource;

    internal bool HideStack { get; } = hideStack;
}
